/**
 * Learns from the transcripts of a coding agent: {@link
 * dev.hivemind.examples.transcripts.TranscriptReader} turns files into lines, {@link
 * dev.hivemind.examples.transcripts.Conversation} lines into events, {@link
 * dev.hivemind.examples.transcripts.Learning} records them and asks what was learned, {@link
 * dev.hivemind.examples.transcripts.Replay} asks what recall would have said.
 */
@NullMarked
package dev.hivemind.examples.transcripts;

import org.jspecify.annotations.NullMarked;
