package dev.hivemind.store.lucene;

/** Makes the package exist for its module until the first real type is here: then delete this. */
interface Placeholder {}
