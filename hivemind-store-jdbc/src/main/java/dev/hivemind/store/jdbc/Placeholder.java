package dev.hivemind.store.jdbc;

/** Makes the package exist for its module until the first real type is here: then delete this. */
interface Placeholder {}
