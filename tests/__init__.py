"""The tests: of the engine, package by package; of the real dossier's story; of built sites."""
