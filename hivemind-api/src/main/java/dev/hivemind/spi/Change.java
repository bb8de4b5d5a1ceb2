package dev.hivemind.spi;

/**
 * A row and the version at which it entered the store. Immutable.
 *
 * @param version positive, strictly ascending within a workspace
 * @param row what was saved
 */
public record Change(long version, SkillRow row) {}
