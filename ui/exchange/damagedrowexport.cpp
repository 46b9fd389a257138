// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/damagedrowexport.h"

#include "lib/base/background.h"
#include "lib/base/wholefile.h"
#include "lib/base/writetarget.h"
#include "lib/exchange/damagedcheck.h"
#include "lib/settings/settings.h"
#include "ui/widgets/filequestion.h"
#include "ui/widgets/question.h"
#include "ui/words/errortext.h"

#include <QDir>
#include <QFileInfo>

namespace linterna {

DamagedRowExport::DamagedRowExport(Settings &settings, QWidget *window)
    : QObject(window), m_settings(settings), m_window(window)
{}

void DamagedRowExport::ask(const CheckInspection &check)
{
    askToSave({.title = tr("Export this row"),
               .filter = tr("JSON files (*.json)"),
               .name = tr("linterna-row-%1").arg(check.id) + QStringLiteral(".json"),
               .folder = m_settings.exportFolder()},
              m_window, this, [this, check](const QString &path) {
                  m_settings.setExportFolder(QFileInfo(path).absolutePath());
                  write(check, path);
              });
}

void DamagedRowExport::write(const CheckInspection &check, const QString &path)
{
    if (promisesOtherFormat(path, FileFormat::Json))
        return fail(otherFormatText(path, FileFormat::Json));
    inBackground<Nothing>([check, path] { return writeWholeFile(path, damagedCheckJson(check)); }, this)
        ->onFinished(this, [this, path](const Result<Nothing> &written) {
            if (written)
                emit said(tr("Row exported to %1").arg(QDir::toNativeSeparators(path)));
            else
                fail(tr("%1 Choose another place.").arg(written.error().detail));
        });
}

void DamagedRowExport::fail(const QString &why)
{
    Question::tell(tr("The row was not exported"), why, m_window);
}

} // namespace linterna
