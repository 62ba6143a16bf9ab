package dunnage.app.cli;

/// A command once its flags are understood.
interface Task {

  /// @throws Stop to end early with a sentence
  ExitCode run(Terminal terminal);
}
