<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>linterna::BackupController</name>
    <message numerus="yes">
        <source>The backup of %1 is sound and holds %Ln check(s). There is a history on this computer already. It would be kept in a file of its own and no longer be shown.</source>
        <translation>
            <numerusform>The backup of %1 is sound and holds %Ln check. There is a history on this computer already. It would be kept in a file of its own and no longer be shown.</numerusform>
            <numerusform>The backup of %1 is sound and holds %Ln checks. There is a history on this computer already. It would be kept in a file of its own and no longer be shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln check(s) are in %1 (%2), read back and verified. Without the passphrase nobody can open it.</source>
        <translation>
            <numerusform>%Ln check is in %1 (%2), read back and verified. Without the passphrase nobody can open it.</numerusform>
            <numerusform>%Ln checks are in %1 (%2), read back and verified. Without the passphrase nobody can open them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln check(s) were restored from %1, as they were on %2.</source>
        <translation>
            <numerusform>%Ln check was restored from %1, as it was on %2.</numerusform>
            <numerusform>%Ln checks were restored from %1, as they were on %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linterna::CaseDeletion</name>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln case(s)?</source>
        <translation>
            <numerusform>Delete %Ln case?</numerusform>
            <numerusform>Delete %Ln cases?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln case(s): %1.</source>
        <translation>
            <numerusform>%Ln case: %1.</numerusform>
            <numerusform>%Ln cases: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln check(s) will be deleted, with all that your office wrote.</source>
        <translation>
            <numerusform>%Ln check will be deleted, with all that your office wrote.</numerusform>
            <numerusform>%Ln checks will be deleted, with all that your office wrote.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln check(s)</source>
        <translation>
            <numerusform>%Ln check</numerusform>
            <numerusform>%Ln checks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln case(s) deleted (%1)</source>
        <translation>
            <numerusform>%Ln case deleted (%1)</numerusform>
            <numerusform>%Ln cases deleted (%1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln case(s) are back</source>
        <translation>
            <numerusform>%Ln case is back</numerusform>
            <numerusform>%Ln cases are back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linterna::CaseDetailsDialog</name>
    <message numerus="yes">
        <source>Remove %Ln earlier version(s) of these details</source>
        <translation>
            <numerusform>Remove %Ln earlier version of these details</numerusform>
            <numerusform>Remove %Ln earlier versions of these details</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linterna::CertificateQuestion</name>
    <message numerus="yes">
        <source>The server sent %n certificates. This is the one that can be trusted.</source>
        <translation>
            <numerusform>The server sent %n certificate. This is the one that can be trusted.</numerusform>
            <numerusform>The server sent %n certificates. This is the one that can be trusted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file holds %n certificates. This is the one that can be trusted.</source>
        <translation>
            <numerusform>The file holds %n certificate. This is the one that can be trusted.</numerusform>
            <numerusform>The file holds %n certificates. This is the one that can be trusted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linterna::CertificateView</name>
    <message numerus="yes">
        <source>%1
and %n more</source>
        <comment>names of a certificate</comment>
        <translation>
            <numerusform>%1
and %n more</numerusform>
            <numerusform>%1
and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linterna::DifferenceReview</name>
    <message numerus="yes">
        <source>%Ln difference(s) settled</source>
        <translation>
            <numerusform>%Ln difference settled</numerusform>
            <numerusform>%Ln differences settled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln check(s) deleted, as at the other desk</source>
        <translation>
            <numerusform>%Ln check deleted, as at the other desk</numerusform>
            <numerusform>%Ln checks deleted, as at the other desk</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linterna::DifferencesDialog</name>
    <message numerus="yes">
        <source>%Ln more wait(s) and come(s) when these are settled.</source>
        <translation>
            <numerusform>%Ln more waits and comes when these are settled.</numerusform>
            <numerusform>%Ln more wait and come when these are settled.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 deleted %Ln check(s) at another desk (%2). They are still here.</source>
        <translation>
            <numerusform>%1 deleted %Ln check at another desk (%2). It is still here.</numerusform>
            <numerusform>%1 deleted %Ln checks at another desk (%2). They are still here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleting here too leaves nothing of %Ln case(s): %1.</source>
        <translation>
            <numerusform>Deleting here too leaves nothing of %Ln case: %1.</numerusform>
            <numerusform>Deleting here too leaves nothing of %Ln cases: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linterna::EraseController</name>
    <message numerus="yes">
        <source>%Ln check(s)</source>
        <translation>
            <numerusform>%Ln check</numerusform>
            <numerusform>%Ln checks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln case(s)</source>
        <translation>
            <numerusform>%Ln case</numerusform>
            <numerusform>%Ln cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln certificate(s) that you chose to trust</source>
        <translation>
            <numerusform>%Ln certificate that you chose to trust</numerusform>
            <numerusform>%Ln certificates that you chose to trust</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linterna::ErrorText</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>names out of a certificate</comment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linterna::ExportDialog</name>
    <message numerus="yes">
        <source>%Ln check(s) exported to %1</source>
        <translation>
            <numerusform>%Ln check exported to %1</numerusform>
            <numerusform>%Ln checks exported to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln case(s) exported to %1</source>
        <translation>
            <numerusform>%Ln case exported to %1</numerusform>
            <numerusform>%Ln cases exported to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linterna::ExportForm</name>
    <message numerus="yes">
        <source>%Ln selected case(s), one line each.</source>
        <translation>
            <numerusform>%Ln selected case, one line.</numerusform>
            <numerusform>%Ln selected cases, one line each.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln listed case(s), one line each.</source>
        <translation>
            <numerusform>%Ln listed case, one line.</numerusform>
            <numerusform>%Ln listed cases, one line each.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The whole history: %Ln case(s), one line each.</source>
        <translation>
            <numerusform>The whole history: %Ln case, one line.</numerusform>
            <numerusform>The whole history: %Ln cases, one line each.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The whole history: %Ln check(s).</source>
        <translation>
            <numerusform>The whole history: %Ln check.</numerusform>
            <numerusform>The whole history: %Ln checks.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linterna::FilterChips</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linterna::FilterPanel</name>
    <message numerus="yes">
        <source>%n day(s) or more</source>
        <translation>
            <numerusform>%n day or more</numerusform>
            <numerusform>%n days or more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln case(s)</source>
        <translation>
            <numerusform>Show %Ln case</numerusform>
            <numerusform>Show %Ln cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln check(s)</source>
        <translation>
            <numerusform>Show %Ln check</numerusform>
            <numerusform>Show %Ln checks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>day(s) or more</source>
        <comment>after the number</comment>
        <translation>
            <numerusform>day or more</numerusform>
            <numerusform>days or more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linterna::FilterWords</name>
    <message numerus="yes">
        <source>the last %n day(s)</source>
        <translation>
            <numerusform>the last day</numerusform>
            <numerusform>the last %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not confirmed for %n day(s)</source>
        <translation>
            <numerusform>Not confirmed for %n day</numerusform>
            <numerusform>Not confirmed for %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linterna::FormSection</name>
    <message numerus="yes">
        <source>%n parameter(s)</source>
        <translation>
            <numerusform>%n parameter</numerusform>
            <numerusform>%n parameters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linterna::ImportHistory</name>
    <message numerus="yes">
        <source>%Ln check(s) were taken in.</source>
        <translation>
            <numerusform>%Ln check was taken in.</numerusform>
            <numerusform>%Ln checks were taken in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s) held a quotation mark in the wrong place and were read as spreadsheets read them: line %1.</source>
        <translation>
            <numerusform>%Ln cell held a quotation mark in the wrong place and was read as spreadsheets read it: line %1.</numerusform>
            <numerusform>%Ln cells held a quotation mark in the wrong place and were read as spreadsheets read them: lines %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln check(s) could not be read where the copy was made and are not in it.</source>
        <translation>
            <numerusform>%Ln check could not be read where the copy was made and is not in it.</numerusform>
            <numerusform>%Ln checks could not be read where the copy was made and are not in it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln check(s) read</source>
        <translation>
            <numerusform>%Ln check read</numerusform>
            <numerusform>%Ln checks read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln check(s) had been here before.</source>
        <translation>
            <numerusform>%Ln check had been here before.</numerusform>
            <numerusform>%Ln checks had been here before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(s) contradict what is here and were left out.</source>
        <translation>
            <numerusform>%Ln entry contradicts what is here and was left out.</numerusform>
            <numerusform>%Ln entries contradict what is here and were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln field(s) have different values and wait for your choice.</source>
        <translation>
            <numerusform>%Ln field has different values and waits for your choice.</numerusform>
            <numerusform>%Ln fields have different values and wait for your choice.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln deletion(s) of another desk wait for your answer.</source>
        <translation>
            <numerusform>%Ln deletion of another desk waits for your answer.</numerusform>
            <numerusform>%Ln deletions of another desk wait for your answer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linterna::ImportWords</name>
    <message numerus="yes">
        <source>%n field(s) cannot stay as they are:</source>
        <translation>
            <numerusform>%n field cannot stay as it is:</numerusform>
            <numerusform>%n fields cannot stay as they are:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linterna::ListFeed</name>
    <message numerus="yes">
        <source>%Ln case(s) found</source>
        <translation>
            <numerusform>%Ln case found</numerusform>
            <numerusform>%Ln cases found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln check(s) found</source>
        <translation>
            <numerusform>%Ln check found</numerusform>
            <numerusform>%Ln checks found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linterna::Printing</name>
    <message numerus="yes">
        <source>%Ln line(s) on paper</source>
        <translation>
            <numerusform>%Ln line on paper</numerusform>
            <numerusform>%Ln lines on paper</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linterna::ReceiptWords</name>
    <message numerus="yes">
        <source>%n receipt number(s)</source>
        <translation>
            <numerusform>%n receipt number</numerusform>
            <numerusform>%n receipt numbers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linterna::Retention</name>
    <message numerus="yes">
        <source>%Ln month(s)</source>
        <translation>
            <numerusform>%Ln month</numerusform>
            <numerusform>%Ln months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln check(s) older than %1 deleted</source>
        <translation>
            <numerusform>%Ln check older than %1 deleted</numerusform>
            <numerusform>%Ln checks older than %1 deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln case(s) have no newer check and are deleted whole, with all that your office wrote.</source>
        <translation>
            <numerusform>%Ln case has no newer check and is deleted whole, with all that your office wrote.</numerusform>
            <numerusform>%Ln cases have no newer check and are deleted whole, with all that your office wrote.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln check(s) now?</source>
        <translation>
            <numerusform>Delete %Ln check now?</numerusform>
            <numerusform>Delete %Ln checks now?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln check(s) older than %1?</source>
        <translation>
            <numerusform>Delete %Ln check older than %1?</numerusform>
            <numerusform>Delete %Ln checks older than %1?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linterna::UnsavedWork</name>
    <message numerus="yes">
        <source>%Ln answer(s) are not saved yet.</source>
        <translation>
            <numerusform>%Ln answer is not saved yet.</numerusform>
            <numerusform>%Ln answers are not saved yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) are not saved yet.</source>
        <translation>
            <numerusform>%Ln change is not saved yet.</numerusform>
            <numerusform>%Ln changes are not saved yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer(s) or change(s) are not saved yet</source>
        <translation>
            <numerusform>%Ln answer or change is not saved yet</numerusform>
            <numerusform>%Ln answers or changes are not saved yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linterna::WindowMenus</name>
    <message numerus="yes">
        <source>&amp;Undo deletion of %Ln case(s)</source>
        <translation>
            <numerusform>&amp;Undo deletion of %Ln case</numerusform>
            <numerusform>&amp;Undo deletion of %Ln cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Redo deletion of %Ln case(s)</source>
        <translation>
            <numerusform>&amp;Redo deletion of %Ln case</numerusform>
            <numerusform>&amp;Redo deletion of %Ln cases</numerusform>
        </translation>
    </message>
</context>
</TS>
