package org.dateline.server.change;

/** What someone may do; each may do what those before it may. */
public enum Role {
  /** Adds locations of their own and changes them. */
  CONTRIBUTOR,
  /** Decides on what the machine found and on what others added. */
  EDITOR,
  /** Imports, and changes settings and people. */
  ADMIN;

  /** Returns whether this role may do what another may. */
  public boolean includes(Role other) {
    return compareTo(other) >= 0;
  }
}
