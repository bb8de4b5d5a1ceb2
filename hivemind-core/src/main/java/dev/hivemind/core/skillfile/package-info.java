/**
 * The SKILL.md format: written strictly, read leniently. What is written keeps to the Agent Skills
 * specification and to what its known loaders agree on; what is read may be a person's own file.
 * Text in, text out: no file is touched here.
 */
@NullMarked
package dev.hivemind.core.skillfile;

import org.jspecify.annotations.NullMarked;
