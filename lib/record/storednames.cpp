// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/record/storednames.h"

#include "lib/record/changedetector.h"

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

//! The value between the first and `last` that has this name, or `otherwise`.
template<class Enum>
Enum named(const QString &name, Enum last, QString (*nameOf)(Enum), Enum otherwise)
{
    for (int i = 0; i <= static_cast<int>(last); ++i) {
        if (nameOf(static_cast<Enum>(i)) == name)
            return static_cast<Enum>(i);
    }
    return otherwise;
}

} // namespace

QString askedByName(AskedBy askedBy)
{
    switch (askedBy) {
    case AskedBy::Person:
        return u"person"_s;
    case AskedBy::Batch:
        return u"batch"_s;
    case AskedBy::Watch:
        return u"watch"_s;
    }
    Q_UNREACHABLE();
}

AskedBy askedByFromName(const QString &name)
{
    return named(name, AskedBy::Watch, askedByName, AskedBy::Person);
}

Change changeFromName(const QString &name)
{
    return named(name, Change::Status, changeName, Change::None);
}

StatusCategory categoryFromName(const QString &name)
{
    return named(name, StatusCategory::Other, statusCategoryName, StatusCategory::Other);
}

} // namespace linterna
