package dev.hivemind;

/**
 * What becomes of addresses of mail, telephone numbers, IBANs and numbers of cards in what is
 * learned. The events themselves keep them for the retention: {@link HivemindBuilder#redactor} is
 * where a host takes out more.
 */
public enum PersonalData {
  /** Evidence and skills hold a marker such as {@code [masked:mail]} in their place. */
  MASKED,
  /** Evidence and skills hold them: for an agent whose very lessons are about mailboxes. */
  KEPT
}
