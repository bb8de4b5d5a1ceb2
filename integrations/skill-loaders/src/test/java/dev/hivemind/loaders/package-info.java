/** Whether others read the skills we write: their real loaders over one corpus. */
@NullMarked
package dev.hivemind.loaders;

import org.jspecify.annotations.NullMarked;
