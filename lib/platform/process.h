// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCoreApplication;

namespace linterna {

//! To be called by main() before anything else. Opens closed standard input, output and error on nothing: the next file
//! that is opened would get their number, and messages would be written into it. Also makes the process leave no memory
//! image when it crashes, which would hold cases and keys.
void startSafely();

//! Ends the event loop of `application` when the process is asked to end (SIGTERM and SIGINT; Ctrl+C, a console that is
//! closed), so that everything is closed in order.
void quitOnSignals(QCoreApplication &application);

//! From now on, writing into a pipe that nobody reads any more fails, and does not end the process.
void surviveBrokenPipes();

} // namespace linterna
