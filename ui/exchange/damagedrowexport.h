// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/record/checkinspection.h"

#include <QObject>

namespace linterna {

class Settings;

//! Writes all there is of a check that cannot be trusted into a file, for whoever looks into the damage.
class DamagedRowExport : public QObject
{
    Q_OBJECT
public:
    //! `window`: parent of the dialogs, and of this object.
    DamagedRowExport(Settings &settings, QWidget *window);

    //! Asks where to, and writes.
    void ask(const CheckInspection &check);

signals:
    //! How it went, where it went well.
    void said(const QString &message);

private:
    void write(const CheckInspection &check, const QString &path);
    void fail(const QString &why);

    Settings &m_settings;
    QWidget *m_window;
};

} // namespace linterna
