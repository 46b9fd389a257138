// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testprogram.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTest>
#include <QThread>
#include <QThreadPool>

#include <cstdio>
#include <map>

namespace linterna::test {

namespace {

//! Static variables inside of functions: other files register before global variables of this file are sure to be
//! initialised.
std::map<QByteArray, TestClass> &testClasses()
{
    static std::map<QByteArray, TestClass> classes;
    return classes;
}

std::map<QByteArray, ChildRole::Run> &childRoles()
{
    static std::map<QByteArray, ChildRole::Run> roles;
    return roles;
}

int complain(const char *what)
{
    std::fprintf(stderr, "%s\nA test class comes first, then what QtTest takes. The classes:\n", what);
    for (const auto &[name, test] : testClasses())
        std::fprintf(stderr, "  %s\n", name.constData());
    return 2;
}

int runChild(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const auto role = childRoles().find(arguments.value(2).toUtf8());
    return role == childRoles().end() ? complain("There is no such role.") : role->second(arguments.sliced(3));
}

//! Compares ctest's entries with the registered classes: a class without an entry would never run.
int compareNames(int argc, char **argv)
{
    int wrong = 0;
    std::map<QByteArray, TestClass> unknown = testClasses();
    for (int i = 2; i < argc; ++i) {
        if (unknown.erase(argv[i]) == 0 && ++wrong)
            std::fprintf(stderr, "%s has a ctest entry and no class\n", argv[i]);
    }
    for (const auto &[name, test] : unknown) {
        ++wrong;
        std::fprintf(stderr, "%s has no ctest entry\n", name.constData());
    }
    return wrong == 0 ? 0 : 1;
}

} // namespace

TestRegistration TestRegistration::ofClass(const char *className, const TestClass &test)
{
    const QByteArray name = QByteArray(className).toLower();
    Q_ASSERT(name.startsWith("test"));
    return named("test_" + name.sliced(4), test);
}

TestRegistration TestRegistration::named(const char *name, const TestClass &test)
{
    if (!testClasses().emplace(name, test).second)
        qFatal("two test classes are called %s", name);
    return {};
}

ChildRole::ChildRole(const char *name, Run run)
{
    if (!childRoles().emplace(name, run).second)
        qFatal("two roles are called %s", name);
}

QStringList childRole(const char *name, const QStringList &arguments)
{
    return QStringList{QStringLiteral("--role"), QString::fromUtf8(name)} + arguments;
}

//! Waits until this thread is the last one. Qt's threads are detached: one for which QThread::wait() has returned may
//! still be giving back what OpenSSL keeps for it, and the leak checker, which looks when the program ends, would find
//! that lying about.
static void waitForEndingThreads()
{
#ifdef __SANITIZE_ADDRESS__
    if (QThreadPool *pool = QThreadPool::globalInstance()) // none where the application took it along
        pool->waitForDone();
    constexpr qint64 longest = 5000; // ms; a thread that never ends is the test's own
    QElapsedTimer waited;
    waited.start();
    while (QDir(QStringLiteral("/proc/self/task")).count() > 3
           && !waited.hasExpired(longest)) // "." and ".." among them
        QThread::yieldCurrentThread();
#endif
}

static int runTests(int argc, char **argv)
{
    const QByteArray first = argc > 1 ? argv[1] : "";
    if (first == "--role")
        return runChild(argc, argv);
    if (first == "--names")
        return compareNames(argc, argv);
    if (first == "--list") {
        for (const auto &[name, test] : testClasses())
            std::puts(name.constData());
        return 0;
    }
    const auto test = testClasses().find(first);
    if (test == testClasses().end())
        return complain(first.isEmpty() ? "No test class was named." : "There is no such test class.");
    argv[1] = argv[0];
    --argc;
    ++argv;
    QCoreApplication::setAttribute(Qt::AA_Use96Dpi);
    const auto application = test->second.makeApplication(argc, argv);
    const auto object = test->second.makeTest();
    return QTest::qExec(object.get(), argc, argv);
}

} // namespace linterna::test

int main(int argc, char **argv)
{
    const int result = linterna::test::runTests(argc, argv);
    linterna::test::waitForEndingThreads();
    return result;
}
