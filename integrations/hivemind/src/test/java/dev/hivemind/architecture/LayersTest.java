package dev.hivemind.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which module may know what. */
class LayersTest {
  private static final Set<String> ADDRESSES_ONLY =
      Set.of(
          "java.net.URI",
          "java.net.URISyntaxException",
          "java.net.URLDecoder",
          "java.net.URLEncoder");

  private static final JavaClasses PUBLISHED = imported(Module.values());
  private static final JavaClasses SHIPPED =
      imported(
          Module.API,
          Module.CORE,
          Module.STORE_JDBC,
          Module.STORE_H2,
          Module.STORE_LUCENE,
          Module.ALL);

  @ParameterizedTest
  @EnumSource(Module.class)
  @DisplayName("no rule passes on nothing: each module shows its classes, in its own packages")
  void guard_moduleIsSeen(Module module) {
    JavaClasses classes = imported(module);
    assertThat(classes.size())
        .as("classes of %s", module)
        .isGreaterThanOrEqualTo(module.fewestClasses());
    check(classes, classes().should().resideInAnyPackage(module.packages()));
  }

  @Test
  @DisplayName("the API knows the JDK, without its database part, and JSpecify")
  void api_dependsOnJdkOnly() {
    check(
        classes()
            .that(in(Module.API))
            .should()
            .onlyDependOnClassesThat(
                in(Module.API).or(resideInAnyPackage("java..", "org.jspecify.."))));
  }

  @Test
  @DisplayName(
      "the SPI of stores and engines is made of strings: it knows nothing of the vocabulary")
  void spi_knowsNoVocabulary() {
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.hivemind.spi..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.hivemind"));
  }

  @Test
  @DisplayName("core sees the API and no store")
  void core_seesNoStore() {
    sees(Module.CORE, Module.API);
  }

  @Test
  @DisplayName("stores see the API and never core; H2 builds on JDBC")
  void stores_neverSeeCore() {
    sees(Module.STORE_JDBC, Module.API);
    sees(Module.STORE_H2, Module.API, Module.STORE_JDBC);
    sees(Module.STORE_LUCENE, Module.API);
  }

  @Test
  @DisplayName("the testkit sees the API alone, so that a foreign store can use it")
  void testkit_seesApiOnly() {
    sees(Module.TESTKIT, Module.API);
  }

  @Test
  @DisplayName("only the JDBC stores know java.sql, only H2's knows its driver and pool")
  void sql_staysInJdbcStores() {
    onlyIn(
        "java.sql and javax.sql",
        List.of("java.sql..", "javax.sql.."),
        Module.STORE_JDBC,
        Module.STORE_H2);
    onlyIn("H2 and its pool", List.of("org.h2..", "com.zaxxer.."), Module.STORE_H2);
  }

  @Test
  @DisplayName("only the Lucene store knows Lucene")
  void lucene_staysInItsStore() {
    onlyIn("Lucene", List.of("org.apache.lucene.."), Module.STORE_LUCENE);
  }

  @Test
  @DisplayName("only core knows Jackson, Caffeine and YAML")
  void parsers_stayInCore() {
    onlyIn(
        "Jackson, Caffeine and YAML",
        List.of("com.fasterxml..", "com.github.benmanes..", "org.yaml.."),
        Module.CORE);
  }

  @Test
  @DisplayName("packages form no cycle")
  void packages_formNoCycle() {
    check(slices().matching("dev.hivemind.(**)").should().beFreeOfCycles());
  }

  @Test
  @DisplayName("nothing opens a connection")
  void network_isNotTouched() {
    check(
        SHIPPED,
        noClasses()
            .should()
            .dependOnClassesThat(describe("open connections", LayersTest::connects)));
  }

  @Test
  @DisplayName("nothing starts a process or a shutdown hook, or ends the host")
  void process_isTheHosts() {
    check(
        SHIPPED,
        noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.lang\\.(ProcessBuilder|Process)(\\$.*)?"),
        noClasses()
            .should()
            .accessTargetWhere(
                calls(Runtime.class, "exec", "exit", "halt", "addShutdownHook")
                    .or(calls(System.class, "exit"))));
  }

  @Test
  @DisplayName("nothing prints, and the only log is System.Logger")
  void output_goesToSystemLogger() {
    check(
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS,
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.logging..", "org.slf4j.."));
  }

  @Test
  @DisplayName("no thread-locals: hooks hop threads")
  void threads_keepNothing() {
    check(noClasses().should().dependOnClassesThat().areAssignableTo(ThreadLocal.class));
  }

  @Test
  @DisplayName("the time comes from one clock, so that a test can turn it")
  void time_comesFromOneClock() {
    check(
        SHIPPED,
        noClasses()
            .that(DescribedPredicate.not(simpleName("SystemClock")))
            .should()
            .accessTargetWhere(
                calls(System.class, "currentTimeMillis")
                    .or(calls(Clock.class, "systemUTC", "systemDefaultZone", "system"))
                    .or(readsNow())));
  }

  @Test
  @DisplayName("no method is synchronized: a virtual thread would pin its carrier")
  void methods_areNotSynchronized() {
    check(StaticState.noSynchronizedMethods());
  }

  @Test
  @DisplayName("no static mutable state")
  void state_isNeverStatic() {
    check(
        StaticState.fieldsAreFinal(),
        StaticState.fieldsAreNotOfMutableType(),
        StaticState.arraysArePrivate(),
        StaticState.collectionsAreImmutable());
  }

  private static JavaClasses imported(Module... modules) {
    Repository repository = Repository.here();
    List<Path> places = Stream.of(modules).map(repository::classes).toList();
    return new ClassFileImporter().importPaths(places);
  }

  private static void check(ArchRule... rules) {
    check(PUBLISHED, rules);
  }

  /** Empty is no failure here: {@link #guard_moduleIsSeen} sees to that for all rules at once. */
  private static void check(JavaClasses classes, ArchRule... rules) {
    assertAll(Stream.of(rules).map(rule -> () -> rule.allowEmptyShould(true).check(classes)));
  }

  private static DescribedPredicate<JavaClass> in(Module... modules) {
    return resideInAnyPackage(
            Stream.of(modules).flatMap(m -> Arrays.stream(m.packages())).toArray(String[]::new))
        .as("in %s", Arrays.toString(modules));
  }

  private static void sees(Module module, Module... others) {
    check(
        classes()
            .that(in(module))
            .should()
            .onlyDependOnClassesThat(
                in(module)
                    .or(in(others))
                    .or(DescribedPredicate.not(resideInAnyPackage("dev.hivemind..")))));
  }

  private static void onlyIn(String what, List<String> packages, Module... modules) {
    check(
        noClasses()
            .that(DescribedPredicate.not(in(modules)))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(packages.toArray(String[]::new))
            .as("only " + Arrays.toString(modules) + " should know " + what));
  }

  private static boolean connects(JavaClass type) {
    String name = type.getName();
    boolean network = name.startsWith("java.net.") && !ADDRESSES_ONLY.contains(name);
    boolean channel =
        name.startsWith("java.nio.channels.") && name.matches(".*(Socket|Datagram).*");
    return network || channel || name.startsWith("javax.net.") || name.startsWith("java.rmi.");
  }

  private static DescribedPredicate<JavaAccess<?>> calls(Class<?> owner, String... names) {
    return describe(
        owner.getSimpleName() + "." + String.join("|", names),
        access ->
            access.getTargetOwner().isEquivalentTo(owner)
                && List.of(names).contains(access.getTarget().getName()));
  }

  /** {@code Instant.now(clock)} is how it should be; {@code Instant.now()} is not. */
  private static DescribedPredicate<JavaAccess<?>> readsNow() {
    return describe(
        "now() of java.time",
        access ->
            access.getTargetOwner().getPackageName().equals(Instant.class.getPackageName())
                && access.getTarget().getFullName().endsWith(".now()"));
  }
}
