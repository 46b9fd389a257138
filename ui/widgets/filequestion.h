// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QObject;
class QWidget;

namespace linterna {

//! Asks for a file in a window of its own. All texts are in the language shown.
struct FileQuestion {
    QString title = {};
    QString filter = {}; //!< As QFileDialog takes it: "CSV files (*.csv)".
    //! Name offered for a file to be written; its suffix is added to a name that is typed without one.
    QString name = {};
    //! Folder to begin in; empty: the person's documents.
    QString folder = {};
};

using FileChosen = std::function<void(const QString &path)>;

//! Asks for a file to be read. `chosen` is called unless the person gives up or `context` is destroyed.
void askToOpen(const FileQuestion &question, QWidget *window, QObject *context, FileChosen chosen);
//! Asks where a file is to be written, as askToOpen() does.
void askToSave(const FileQuestion &question, QWidget *window, QObject *context, FileChosen chosen);

} // namespace linterna
