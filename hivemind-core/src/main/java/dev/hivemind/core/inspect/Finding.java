package dev.hivemind.core.inspect;

/** What is suspicious about a text. */
public enum Finding {
  /** Characters of the tag block U+E0000 to U+E007F, which spell out text nobody sees. */
  TAGS("text hidden in tag characters"),
  /** Characters without width, or selectors of a variant, where no script or emoji needs them. */
  INVISIBLE("invisible characters"),
  /** Characters that turn the direction of text around where no script needs it. */
  REORDERED("characters that reorder text"),
  /** A word of one alphabet with letters of another that look the same. */
  LOOK_ALIKE("letters of one alphabet posing as another's"),
  /** Readable text in base64, hexadecimal, percent signs or escapes. */
  ENCODED("encoded text"),
  /** A comment of HTML, which a page does not show and a model reads. */
  COMMENT("a hidden comment"),
  /** Marks of a chat's own format, which would end one speaker's words and begin another's. */
  TEMPLATE("marks of a chat format"),
  /** Words that talk a model out of its instructions. */
  OVERRIDE("words that override instructions"),
  /** Words that keep something from people or take their say away. */
  SECRECY("words that bypass people"),
  /** A command that runs what it fetches or decodes. */
  FETCHED_CODE("a command that runs what it fetches"),
  /** A picture or link that would carry data to an address. */
  CARRIER("a picture or link that carries data out");

  private final String words;

  Finding(String words) {
    this.words = words;
  }

  /** Returns it in words for people. */
  public String words() {
    return words;
  }

  /** Returns whether a person who reads the text cannot see it. */
  public boolean hidden() {
    return compareTo(LOOK_ALIKE) <= 0;
  }
}
