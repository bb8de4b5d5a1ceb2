package dev.hivemind;

/**
 * Who said or did something: an id that is stable for the person, and a role. Immutable.
 *
 * @param id not blank, at most {@value Check#ID_LENGTH} characters
 * @param role what this author's word may do
 */
public record Author(String id, Role role) {
  /**
   * Validates.
   *
   * @throws IllegalArgumentException if the id is blank or too long
   */
  public Author {
    Check.id("author id", id);
    Check.notNull("role", role);
  }

  /** Returns an author who owns the agent. */
  public static Author owner(String id) {
    return new Author(id, Role.OWNER);
  }

  /** Returns an author who runs the agent for others. */
  public static Author operator(String id) {
    return new Author(id, Role.OPERATOR);
  }

  /** Returns a customer of the agent: what an adapter uses unless its host says otherwise. */
  public static Author endUser(String id) {
    return new Author(id, Role.END_USER);
  }
}
