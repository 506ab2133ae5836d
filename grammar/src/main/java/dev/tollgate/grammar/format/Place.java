package dev.tollgate.grammar.format;

/**
 * A block of the text.
 *
 * @param kind the word that opens it: `quota`, `test`; `price`, `packs` and `costs` for tables, and
 *     nothing for the file
 * @param depth how many blocks are around it
 * @param number tells two blocks of one kind apart
 */
record Place(String kind, int depth, int number) {

  static final Place FILE = new Place("", 0, 0);
}
