// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testprogram.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QTest>

#include <cmath>

using namespace linterna;

namespace test_theme {

namespace {

double channel(double value)
{
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) + 0.0722 * channel(color.blueF());
}

//! WCAG 2.1 contrast ratio.
double contrast(const QColor &a, const QColor &b)
{
    const double bright = std::max(luminance(a), luminance(b));
    const double dark = std::min(luminance(a), luminance(b));
    return (bright + 0.05) / (dark + 0.05);
}

const Colors &colorsNamed(const QByteArray &name)
{
    return name == "light" ? lightColors() : darkColors();
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT
private slots:
    void contrastOfText_data()
    {
        QTest::addColumn<QColor>("text");
        QTest::addColumn<QColor>("ground");
        for (const QByteArray theme : {"light", "dark"}) {
            const Colors &c = colorsNamed(theme);
            const auto add = [&](const char *name, const QColor &text, const QColor &ground) {
                QTest::newRow((theme + ": " + name).constData()) << text << ground;
            };
            add("text on page", c.text, c.page);
            add("text on panel", c.text, c.panel);
            add("secondary on page", c.secondary, c.page);
            add("secondary on panel", c.secondary, c.panel);
            add("secondary on selected", c.secondary, c.selected.ground);
            add("text on selected", c.text, c.selected.ground);
            add("link on page", c.primary, c.page);
            add("link on panel", c.primary, c.panel);
            add("link on selected", c.primary, c.selected.ground);
            add("primary button", c.onPrimary, c.primary);
            add("primary button, pressed", c.onPrimary, mixed(c.text, c.primary, 0.24));
            add("button under the mouse", c.text, mixed(c.primary, c.page, 0.16));
            add("practice banner", c.banner.text, c.banner.ground);
            add("no answer on page", c.noAnswer.text, c.noAnswer.ground);
            add("no answer on panel", c.noAnswer.text, c.panel);
            add("no answer on selected", c.noAnswer.text, c.selected.ground);
            for (int i = 0; i <= int(StatusCategory::Other); ++i) {
                const ColorPair &pair = c.category(StatusCategory(i));
                const QByteArray name = "category " + QByteArray::number(i);
                add((name + " chip").constData(), pair.text, pair.ground);
                add((name + " in the list").constData(), pair.text, c.page);
                add((name + " in the selected line").constData(), pair.text, c.selected.ground);
                add((name + " on panel").constData(), pair.text, c.panel);
            }
        }
    }
    void contrastOfText()
    {
        QFETCH(QColor, text);
        QFETCH(QColor, ground);
        const double ratio = contrast(text, ground);
        QVERIFY2(ratio >= 4.5, qPrintable(QString::number(ratio)));
    }

    void contrastOfShapes()
    {
        for (const Colors *c : {&lightColors(), &darkColors()}) {
            for (const QColor &ground : {c->page, c->panel}) {
                QVERIFY(contrast(c->focus, ground) >= 3);
                QVERIFY(contrast(c->control, ground) >= 3);
            }
        }
    }

    void colorsComeBackFromThePalette()
    {
        for (const Colors *c : {&lightColors(), &darkColors()}) {
            const Colors back = colorsOf(paletteOf(*c));
            QCOMPARE(back.primary, c->primary);
            QCOMPARE(back.category(StatusCategory::Refused).ground, c->category(StatusCategory::Refused).ground);
            QVERIFY(!back.highContrast);
        }
    }

    void highContrastIsFollowed()
    {
        QPalette system(Qt::white, Qt::black);
        system.setColor(QPalette::Base, Qt::black);
        system.setColor(QPalette::Text, Qt::white);
        const Colors c = colorsOf(system);
        QVERIFY(c.highContrast);
        for (int i = 0; i <= int(StatusCategory::Other); ++i) {
            QCOMPARE(c.category(StatusCategory(i)).text, QColor(Qt::white));
            QCOMPARE(c.category(StatusCategory(i)).ground, QColor(Qt::black));
        }
    }

    void personsChoiceWins()
    {
        Theme theme;
        theme.apply(Settings::Theme::Dark);
        QCOMPARE(colorsOf(QApplication::palette()).page, darkColors().page);
        theme.apply(Settings::Theme::Light);
        QCOMPARE(colorsOf(QApplication::palette()).page, lightColors().page);
        // The system that the tests run on is light.
        theme.apply(Settings::Theme::System);
        QCOMPARE(colorsOf(QApplication::palette()).page, lightColors().page);
    }
};

LINTERNA_TEST(TestTheme)

} // namespace test_theme

#include "test_theme.moc"
