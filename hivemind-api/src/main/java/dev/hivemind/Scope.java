package dev.hivemind;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A path of names such as {@code payments-service/checkout/ana}. The first is the
 * <em>workspace</em>: a wall that nothing crosses. What is saved at a scope can be seen from it and
 * from every scope below it.
 *
 * <p>A name has 1 to {@value #NAME_LENGTH} letters, digits or {@code . _ - @ + :}, begins with a
 * letter or digit and does not end in a dot, so that no scope can climb out of a directory; it is
 * kept in Unicode form NFC. A scope has at most {@value #DEPTH} names. Immutable; equal by its
 * names; case matters.
 */
public final class Scope {
  private static final int NAME_LENGTH = 100;
  private static final int DEPTH = 8;
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._@+:-]{0,99}");

  private final List<String> names;

  private Scope(List<String> names) {
    this.names = List.copyOf(names);
  }

  /**
   * Returns the scope written as names separated by {@code /}.
   *
   * @throws IllegalArgumentException if a name is empty, too long, or could be mistaken for a path,
   *     or there are too many
   */
  public static Scope of(String path) {
    Check.notNull("scope", path);
    String[] parts =
        path.length() > DEPTH * (NAME_LENGTH + 1) ? new String[DEPTH + 1] : path.split("/", -1);
    if (parts.length > DEPTH) {
      throw new IllegalArgumentException(
          "scope "
              + Check.shown(path)
              + " is too long: at most "
              + DEPTH
              + " names of "
              + NAME_LENGTH
              + " characters, separated by '/'");
    }
    List<String> names = new ArrayList<>(parts.length);
    for (String part : parts) {
      names.add(name(part, path));
    }
    return new Scope(names);
  }

  private static String name(String part, String path) {
    String name = Normalizer.normalize(part, Normalizer.Form.NFC);
    if (!NAME.matcher(name).matches() || name.endsWith(".") || name.contains("..")) {
      throw new IllegalArgumentException(
          "scope "
              + Check.shown(path)
              + " has the name "
              + Check.shown(part)
              + ": a name is 1 to "
              + NAME_LENGTH
              + " letters, digits or . _ - @ + :, begins with a letter or digit,"
              + " has no '..' and does not end in a dot");
    }
    return name;
  }

  /** Returns the first name: the isolation wall this scope stands behind. */
  public String workspace() {
    return names.get(0);
  }

  /** Returns the last name. */
  public String name() {
    return names.get(names.size() - 1);
  }

  /** Returns the scope one name below this one; bad names throw as in {@link #of}. */
  public Scope child(String name) {
    Check.notNull("name", name);
    return of(this + "/" + name);
  }

  /**
   * Returns this scope and those above it, nearest first: where a skill must have been saved to be
   * visible here.
   */
  public List<Scope> visible() {
    List<Scope> scopes = new ArrayList<>(names.size());
    for (int depth = names.size(); depth > 0; depth--) {
      scopes.add(new Scope(names.subList(0, depth)));
    }
    return Collections.unmodifiableList(scopes);
  }

  /**
   * Returns whether the other scope is this one or below it: whether a skill saved here is visible
   * there.
   */
  public boolean contains(Scope other) {
    Check.notNull("other scope", other);
    return other.names.size() >= names.size() && other.names.subList(0, names.size()).equals(names);
  }

  /**
   * Returns whether the last name is the author's id, ignoring case: the only scope a customer's
   * word may teach in.
   */
  public boolean belongsTo(Author author) {
    Check.notNull("author", author);
    return names.size() > 1
        && name().toLowerCase(Locale.ROOT).equals(author.id().toLowerCase(Locale.ROOT));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Scope that && names.equals(that.names);
  }

  @Override
  public int hashCode() {
    return names.hashCode();
  }

  /** Returns the names separated by {@code /}; {@link #of} reads it back. */
  @Override
  public String toString() {
    return String.join("/", names);
  }
}
