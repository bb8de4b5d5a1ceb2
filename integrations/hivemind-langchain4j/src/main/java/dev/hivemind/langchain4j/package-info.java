/**
 * Hivemind in LangChain4j: agents made with {@link
 * dev.hivemind.langchain4j.HivemindLangChain4j#builder} are listened to and reminded.
 */
@NullMarked
package dev.hivemind.langchain4j;

import org.jspecify.annotations.NullMarked;
