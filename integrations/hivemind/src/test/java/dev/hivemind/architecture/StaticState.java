package dev.hivemind.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.elements.GivenFieldsConjunction;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** What a static field may be; the compiler's own (enum values, switch tables) are passed over. */
final class StaticState {
  private static final Pattern IMMUTABLE =
      Pattern.compile(
          "java\\.util\\.(ImmutableCollections|Collections)\\$(Unmod|Empty|Singl|List|Set|Map).*");

  private StaticState() {}

  static ArchRule fieldsAreFinal() {
    return statics().should().beFinal();
  }

  static ArchRule fieldsAreNotOfMutableType() {
    return statics().should(be("not of a mutable type", field -> !mutable(field.getRawType())));
  }

  static ArchRule arraysArePrivate() {
    return statics()
        .should(
            be(
                "private if an array",
                field ->
                    !field.getRawType().isArray()
                        || field.getModifiers().contains(JavaModifier.PRIVATE)));
  }

  /** Looks at the value itself: a field of type {@code Map} can hold any. */
  static ArchRule collectionsAreImmutable() {
    return statics()
        .should(
            be(
                "immutable if a collection",
                field -> !collection(field.getRawType()) || immutable(value(field))));
  }

  static ArchRule noSynchronizedMethods() {
    return noMethods()
        .should(
            new ArchCondition<JavaMethod>("be synchronized") {
              @Override
              public void check(JavaMethod method, ConditionEvents events) {
                boolean found = method.getModifiers().contains(JavaModifier.SYNCHRONIZED);
                events.add(new SimpleConditionEvent(method, found, method.getDescription()));
              }
            });
  }

  private static GivenFieldsConjunction statics() {
    return fields()
        .that()
        .areStatic()
        .and(
            DescribedPredicate.describe(
                "written by hand",
                field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC)));
  }

  private static ArchCondition<JavaField> be(String words, Predicate<JavaField> holds) {
    return new ArchCondition<>("be " + words) {
      @Override
      public void check(JavaField field, ConditionEvents events) {
        String message = field.getDescription() + " should be " + words;
        events.add(new SimpleConditionEvent(field, holds.test(field), message));
      }
    };
  }

  private static boolean mutable(JavaClass type) {
    String home = type.getPackageName();
    return home.startsWith("java.util.concurrent.atomic")
        || home.startsWith("java.util.concurrent.locks")
        || (collection(type) && !type.isInterface())
        || type.isAssignableTo(StringBuilder.class)
        || type.isAssignableTo(ThreadLocal.class)
        || type.isAssignableTo(Thread.class)
        || type.isAssignableTo(Executor.class)
        || type.isAssignableTo(RandomGenerator.class);
  }

  private static boolean collection(JavaClass type) {
    return type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class);
  }

  private static boolean immutable(Object collection) {
    return IMMUTABLE.matcher(collection.getClass().getName()).matches();
  }

  private static Object value(JavaField javaField) {
    try {
      Field field = javaField.reflect();
      field.setAccessible(true);
      return field.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(javaField.getFullName(), e);
    }
  }
}
