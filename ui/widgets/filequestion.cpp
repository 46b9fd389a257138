// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filequestion.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

namespace linterna {

namespace {

QFileDialog *newFileDialog(const FileQuestion &question, QWidget *window, QObject *context, FileChosen chosen)
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *dialog = new QFileDialog(window, question.title, question.folder.isEmpty() ? documents : question.folder,
                                   question.filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QFileDialog::fileSelected, context, std::move(chosen));
    return dialog;
}

} // namespace

void askToOpen(const FileQuestion &question, QWidget *window, QObject *context, FileChosen chosen)
{
    QFileDialog *dialog = newFileDialog(question, window, context, std::move(chosen));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->open();
}

void askToSave(const FileQuestion &question, QWidget *window, QObject *context, FileChosen chosen)
{
    QFileDialog *dialog = newFileDialog(question, window, context, std::move(chosen));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QFileInfo(question.name).suffix());
    dialog->selectFile(question.name);
    dialog->open();
}

} // namespace linterna
