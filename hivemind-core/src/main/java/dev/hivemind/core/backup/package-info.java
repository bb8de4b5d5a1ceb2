/**
 * Copies of what the stores hold: backups and exports, and the way back from them. Damage is
 * answered here.
 */
@NullMarked
package dev.hivemind.core.backup;

import org.jspecify.annotations.NullMarked;
