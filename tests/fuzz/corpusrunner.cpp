// SPDX-License-Identifier: GPL-3.0-or-later
// Stands in for libFuzzer where it is not linked: linterna-corpora TARGET FOLDER… gives the target every file in the
// folders.
#include "tests/fuzz/fuzzing.h"

#include <QDirIterator>
#include <QFile>

#include <map>

namespace linterna::test {

namespace {

std::map<QByteArray, FuzzOnce> &targets()
{
    static std::map<QByteArray, FuzzOnce> all;
    return all;
}

} // namespace

FuzzTarget::FuzzTarget(const char *name, FuzzOnce once)
{
    targets().emplace(name, once);
}

static int runCorpora(int argc, char **argv)
{
    const auto target = targets().find(argc > 1 ? argv[1] : "");
    if (target == targets().end()) {
        std::fprintf(stderr, "One of these comes first, then folders:\n");
        for (const auto &[name, once] : targets())
            std::fprintf(stderr, "  %s\n", name.constData());
        return 2;
    }
    int files = 0;
    for (int i = 2; i < argc; ++i) {
        QDirIterator folder(QString::fromLocal8Bit(argv[i]), QDir::Files, QDirIterator::Subdirectories);
        while (folder.hasNext()) {
            QFile file(folder.next());
            if (!file.open(QIODevice::ReadOnly))
                return 1;
            const QByteArray bytes = file.readAll();
            target->second(reinterpret_cast<const std::uint8_t *>(bytes.constData()),
                           static_cast<std::size_t>(bytes.size()));
            ++files;
        }
    }
    std::printf("%d files\n", files);
    return files > 0 ? 0 : 1;
}

} // namespace linterna::test

int main(int argc, char **argv)
{
    return linterna::test::runCorpora(argc, argv);
}
