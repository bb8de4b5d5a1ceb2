package dev.hivemind.loaders;

/** What a reader made of one SKILL.md. */
record Reading(String name, String description, String body) {}
