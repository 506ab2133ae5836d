package dev.tollgate.engine.compile;

/** One step of the compilation; it reads what the steps before it put into the draft. */
interface Stage {

  void run(Draft draft);
}
