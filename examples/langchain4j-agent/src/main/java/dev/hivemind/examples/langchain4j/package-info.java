/** LangChain4j with Hivemind: an agent that is corrected once. */
@NullMarked
package dev.hivemind.examples.langchain4j;

import org.jspecify.annotations.NullMarked;
