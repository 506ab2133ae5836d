package dev.tollgate.engine.ledger;

/**
 * A draw that has no room.
 *
 * @param draw its place among the draws, from 0
 * @param missing how many steps more the ceiling would have to be, from 1
 * @param room when this counter alone has room for it
 */
public record Shortage(int draw, long missing, Room room) {}
