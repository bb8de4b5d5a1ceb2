/** Several Hiveminds over one PostgreSQL, and what becomes of them when it fails. */
package dev.hivemind.cluster;
