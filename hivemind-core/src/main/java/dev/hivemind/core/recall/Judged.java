package dev.hivemind.core.recall;

import dev.hivemind.Skill;
import java.util.Map;

/** A candidate with its score's parts and the confidence that it is about the situation, 0 to 1. */
record Judged(Skill skill, Map<String, Double> parts, double confidence) {}
