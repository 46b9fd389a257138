// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace linterna {

class CaseStatusClient : public QObject
{
    Q_OBJECT
};

} // namespace linterna
