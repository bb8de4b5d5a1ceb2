/**
 * A recall engine over Lucene: one index per workspace below a directory, found by {@link
 * java.util.ServiceLoader} through {@link dev.hivemind.store.lucene.LuceneEngineProvider}.
 *
 * <p>{@code LuceneRecallEngine} keeps one {@code WorkspaceSlot} per workspace; a slot opens and
 * closes a {@code WorkspaceIndex} (writer and reader) over {@code WorkspaceFiles}. {@code
 * SkillDocuments} and {@code WordStream} put text in; {@code Search} takes candidates out of a
 * {@code Snapshot}.
 */
@NullMarked
package dev.hivemind.store.lucene;

import org.jspecify.annotations.NullMarked;
