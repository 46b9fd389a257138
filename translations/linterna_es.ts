<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_US" sourcelanguage="en_US">
<context>
    <name>linterna::AskingPill</name>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>%1 is next in turn</source>
        <translation>%1 espera su turno</translation>
    </message>
    <message>
        <source>Asking USCIS about %1</source>
        <translation>Consultando a USCIS sobre %1</translation>
    </message>
    <message>
        <source>next try in %1</source>
        <translation>nuevo intento en %1</translation>
    </message>
    <message>
        <source>Stop asking about %1</source>
        <translation>Detener la consulta de %1</translation>
    </message>
</context>
<context>
    <name>linterna::BackupController</name>
    <message>
        <source>Copying the history</source>
        <translation>Copiando el historial</translation>
    </message>
    <message>
        <source>Encrypting the copy</source>
        <translation>Cifrando la copia</translation>
    </message>
    <message>
        <source>Reading the backup back and comparing</source>
        <translation>Volviendo a leer la copia de seguridad y comparándola</translation>
    </message>
    <message>
        <source>Reading the backup</source>
        <translation>Leyendo la copia de seguridad</translation>
    </message>
    <message>
        <source>Checking what was read</source>
        <translation>Comprobando lo que se leyó</translation>
    </message>
    <message>
        <source>Putting it in place</source>
        <translation>Poniendo el historial en su lugar</translation>
    </message>
    <message>
        <source>%1 is no backup of Linterna.</source>
        <translation>%1 no es una copia de seguridad de Linterna.</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of Linterna. Update this one first.</source>
        <translation>%1 se escribió con una versión más nueva de Linterna. Actualice primero esta.</translation>
    </message>
    <message>
        <source>The end of %1 is missing. Copy it again from where it was made.</source>
        <translation>Falta el final de %1. Cópielo de nuevo desde donde se hizo.</translation>
    </message>
    <message>
        <source>%1 is damaged: something in it was changed. Copy it again from where it was made.</source>
        <translation>%1 está dañado: algo cambió en él. Cópielo de nuevo desde donde se hizo.</translation>
    </message>
    <message>
        <source>This is not the passphrase of %1.</source>
        <translation>Esta no es la frase de contraseña de %1.</translation>
    </message>
    <message>
        <source>Backups of Linterna (*.linterna-backup)</source>
        <translation>Copias de seguridad de Linterna (*.linterna-backup)</translation>
    </message>
    <message>
        <source>The history in %1 was written by a newer version of Linterna. Update this one first.</source>
        <translation>El historial de %1 se escribió con una versión más nueva de Linterna. Actualice primero esta.</translation>
    </message>
    <message>
        <source>What is in %1 is no history of Linterna, or was damaged before it was backed up.</source>
        <translation>Lo que hay en %1 no es un historial de Linterna, o estaba dañado antes de hacer la copia.</translation>
    </message>
    <message>
        <source>Back up</source>
        <translation>Copia de seguridad</translation>
    </message>
    <message>
        <source>linterna-%1</source>
        <translation>linterna-%1</translation>
    </message>
    <message>
        <source>Backing up the history</source>
        <translation>Haciendo la copia de seguridad</translation>
    </message>
    <message>
        <source>An older backup of that name stays until the new one is read back.</source>
        <translation>Una copia de seguridad anterior con ese nombre se conserva hasta que la nueva se haya vuelto a leer.</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Restaurar una copia de seguridad</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Restoring a backup</source>
        <translation>Restaurando una copia de seguridad</translation>
    </message>
    <message>
        <source>All of it is read and checked before anything is changed.</source>
        <translation>Se lee y se comprueba todo antes de cambiar nada.</translation>
    </message>
    <message>
        <source>Nothing was restored</source>
        <translation>No se restauró nada</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Replace the history on this computer?</source>
        <translation>¿Reemplazar el historial de esta computadora?</translation>
    </message>
    <message numerus="yes">
        <source>The backup of %1 is sound and holds %Ln check(s). There is a history on this computer already. It would be kept in a file of its own and no longer be shown.</source>
        <translation>
            <numerusform>La copia de seguridad del %1 está en buen estado y contiene %Ln consulta. En esta computadora ya hay un historial. Se conservaría en un archivo aparte y ya no se mostraría.</numerusform>
            <numerusform>La copia de seguridad del %1 está en buen estado y contiene %Ln consultas. En esta computadora ya hay un historial. Se conservaría en un archivo aparte y ya no se mostraría.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep the history</source>
        <translation>Conservar el historial</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Reemplazarlo</translation>
    </message>
    <message>
        <source>Nothing was backed up</source>
        <translation>No se hizo ninguna copia de seguridad</translation>
    </message>
    <message>
        <source>The backup is made</source>
        <translation>La copia de seguridad está hecha</translation>
    </message>
    <message numerus="yes">
        <source>%Ln check(s) are in %1 (%2), read back and verified. Without the passphrase nobody can open it.</source>
        <translation>
            <numerusform>%Ln consulta está en %1 (%2), leída de nuevo y verificada. Sin la frase de contraseña nadie puede abrirla.</numerusform>
            <numerusform>%Ln consultas están en %1 (%2), leídas de nuevo y verificadas. Sin la frase de contraseña nadie puede abrirlas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Detenido. No se cambió nada.</translation>
    </message>
    <message>
        <source>The history is kept until the program ends, so that there is none on this computer to back up. Choose File, How the history is kept first.</source>
        <translation>El historial se conserva hasta que cierre el programa, así que en esta computadora no hay ninguno que copiar. Elija antes Archivo, Cómo se guarda el historial.</translation>
    </message>
    <message>
        <source>Choose another place. (%1)</source>
        <translation>Elija otro lugar. (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln check(s) were restored from %1, as they were on %2.</source>
        <translation>
            <numerusform>Se restauró %Ln consulta de %1, tal como estaba el %2.</numerusform>
            <numerusform>Se restauraron %Ln consultas de %1, tal como estaban el %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>The history that was here is kept as %1.</source>
        <translation>El historial que había aquí se conserva como %1.</translation>
    </message>
    <message>
        <source>The history is restored</source>
        <translation>El historial está restaurado</translation>
    </message>
    <message>
        <source>On this computer the history is kept until the program ends. Choose File, How the history is kept first, and restore the backup then.</source>
        <translation>En esta computadora el historial se conserva hasta que cierre el programa. Elija antes Archivo, Cómo se guarda el historial, y restaure la copia después.</translation>
    </message>
    <message>
        <source>Nothing was changed. (%1)</source>
        <translation>No se cambió nada. (%1)</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>a day, a time</comment>
        <translation>%1 a las %2</translation>
    </message>
</context>
<context>
    <name>linterna::CardFooter</name>
    <message>
        <source>Copy for the client</source>
        <translation>Copiar para el cliente</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>Detalles técnicos</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>linterna::CardText</name>
    <message>
        <source>USCIS gave no description.</source>
        <translation>USCIS no dio ninguna descripción.</translation>
    </message>
    <message>
        <source>USCIS gave no title</source>
        <translation>USCIS no dio ningún título</translation>
    </message>
    <message>
        <source>USCIS gave no Spanish text. What is missing is shown in English.</source>
        <translation>USCIS no dio texto en español. Lo que falta se muestra en inglés.</translation>
    </message>
    <message>
        <source>USCIS gave no English text. What is missing is shown in Spanish.</source>
        <translation>USCIS no dio texto en inglés. Lo que falta se muestra en español.</translation>
    </message>
    <message>
        <source>first check</source>
        <translation>primera consulta</translation>
    </message>
    <message>
        <source>same words as on %1</source>
        <translation>las mismas palabras que en la última respuesta (%1)</translation>
    </message>
    <message>
        <source>wording changed since %1</source>
        <translation>la redacción cambió desde la última respuesta (%1)</translation>
    </message>
    <message>
        <source>timeline changed since %1</source>
        <translation>la cronología cambió desde la última respuesta (%1)</translation>
    </message>
    <message>
        <source>dates changed since %1</source>
        <translation>las fechas cambiaron desde la última respuesta (%1)</translation>
    </message>
    <message>
        <source>status changed since %1</source>
        <translation>el estado cambió desde la última respuesta (%1)</translation>
    </message>
    <message>
        <source>Last confirmed %1</source>
        <translation>Última confirmación: %1</translation>
    </message>
    <message>
        <source>Submitted %1</source>
        <translation>Presentado el %1</translation>
    </message>
    <message>
        <source>Modified by USCIS %1</source>
        <translation>Modificado por USCIS el %1</translation>
    </message>
    <message>
        <source>The reply was damaged on its way and was mended before reading. Only quotation marks were mended; check again if a word matters.</source>
        <translation>La respuesta llegó dañada y se reparó antes de leerla. Solo se repararon comillas; consulte de nuevo si una palabra es importante.</translation>
    </message>
    <message>
        <source>Asked %1 · this is not a status from USCIS</source>
        <translation>Consultado %1 · este no es un estado dado por USCIS</translation>
    </message>
    <message>
        <source>What the service said</source>
        <translation>Lo que dijo el servicio</translation>
    </message>
    <message>
        <source>Detail: %1</source>
        <translation>Detalle: %1</translation>
    </message>
    <message>
        <source>Last known status, from %1</source>
        <translation>Último estado conocido (%1)</translation>
    </message>
    <message>
        <source>Last known status</source>
        <translation>Último estado conocido</translation>
    </message>
    <message>
        <source>This answer is not saved in the history yet: %1</source>
        <translation>Esta respuesta todavía no está guardada en el historial: %1</translation>
    </message>
    <message>
        <source>From USCIS through “%1”, retrieved %2.</source>
        <translation>De USCIS por medio de «%1», obtenido %2.</translation>
    </message>
    <message>
        <source>Linterna is an independent program, not made or endorsed by USCIS. The official notice is what counts.</source>
        <translation>Linterna es un programa independiente; USCIS no lo hizo ni lo respalda. Lo que vale es el aviso oficial.</translation>
    </message>
    <message>
        <source>A link in this text leads to %1, which is no address that USCIS uses. It cannot be opened from here.</source>
        <translation>Un enlace de este texto lleva a %1, que no es una dirección que use USCIS. Desde aquí no se puede abrir.</translation>
    </message>
    <message>
        <source>unchanged since %1</source>
        <translation>sin cambios desde la última respuesta (%1)</translation>
    </message>
    <message>
        <source>PRACTICE: invented data, not from USCIS.</source>
        <translation>PRÁCTICA: datos inventados, no son de USCIS.</translation>
    </message>
    <message>
        <source>Not asked · this is not a status from USCIS</source>
        <translation>Sin consultar · esto no es un estado de USCIS</translation>
    </message>
    <message>
        <source>%1 elsewhere</source>
        <comment>quotation marks</comment>
        <translation>%1 en otro lugar</translation>
    </message>
    <message>
        <source>The last known status was read from a damaged reply that was mended. No word was changed.</source>
        <translation>El último estado conocido se leyó de una respuesta dañada que se reparó. No se cambió ninguna palabra.</translation>
    </message>
    <message>
        <source>The reply of the service was damaged and was mended before reading. Quotation marks mended: %1. No word was changed. Technical details show the reply as it came.</source>
        <translation>La respuesta del servicio llegó dañada y se reparó antes de leerla. Comillas reparadas: %1. No se cambió ninguna palabra. Los detalles técnicos muestran la respuesta tal como llegó.</translation>
    </message>
    <message>
        <source>%1 in the English title</source>
        <translation>%1 en el título en inglés</translation>
    </message>
    <message>
        <source>%1 in the Spanish title</source>
        <translation>%1 en el título en español</translation>
    </message>
    <message>
        <source>%1 in the English text</source>
        <translation>%1 en el texto en inglés</translation>
    </message>
    <message>
        <source>%1 in the Spanish text</source>
        <translation>%1 en el texto en español</translation>
    </message>
    <message>
        <source>%1 in the English timeline</source>
        <translation>%1 en la cronología en inglés</translation>
    </message>
    <message>
        <source>%1 in the Spanish timeline</source>
        <translation>%1 en la cronología en español</translation>
    </message>
    <message>
        <source>The timeline is unusually long, and only a part of it is shown here. Technical details show the reply as it came.</source>
        <translation>La cronología es más larga de lo normal y aquí se muestra solo una parte. Los detalles técnicos muestran la respuesta tal como llegó.</translation>
    </message>
</context>
<context>
    <name>linterna::CaseCard</name>
    <message>
        <source>Stopped. What is shown is the answer from before.</source>
        <translation>Detenido. Lo que se muestra es la respuesta anterior.</translation>
    </message>
    <message>
        <source>Waiting for the answer</source>
        <translation>En espera de la respuesta</translation>
    </message>
    <message>
        <source>What USCIS says about this case appears here.</source>
        <translation>Lo que USCIS diga de este caso aparecerá aquí.</translation>
    </message>
    <message>
        <source>Look up a case</source>
        <translation>Consulte un caso</translation>
    </message>
    <message>
        <source>Type or paste a receipt number above and press Enter. It stands on every notice that USCIS sent: three letters and ten digits. Spaces and hyphens do not matter, and several numbers can be pasted at once.</source>
        <translation>Escriba o pegue arriba un número de recibo y presione Entrar. Está en cada aviso que envió USCIS: tres letras y diez dígitos. Los espacios y guiones no importan, y puede pegar varios números a la vez.</translation>
    </message>
    <message>
        <source>The official status appears here, and every answer is kept in the history.</source>
        <translation>El estado oficial aparece aquí, y cada respuesta se guarda en el historial.</translation>
    </message>
    <message>
        <source>Case status</source>
        <translation>Estado del caso</translation>
    </message>
    <message>
        <source>Copied, with source and date</source>
        <translation>Copiado, con fuente y fecha</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>Detalles técnicos</translation>
    </message>
    <message>
        <source>What was sent for %1 and what came back (%2, %3). The client secret and the access token are replaced by dots.</source>
        <translation>Lo que se envió para %1 y lo que se recibió (%2, %3). El secreto de cliente y el token de acceso se sustituyen por puntos.</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Primeros pasos</translation>
    </message>
    <message>
        <source>Linterna asks USCIS with your organization&apos;s own client ID and client secret. In three steps the first answer is here.</source>
        <translation>Linterna consulta a USCIS con el ID y el secreto de cliente de su propia organización. En tres pasos tendrá aquí la primera respuesta.</translation>
    </message>
</context>
<context>
    <name>linterna::CaseDeletion</name>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 y %Ln más</numerusform>
            <numerusform>%1 y %Ln más</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was deleted. %1</source>
        <translation>No se eliminó nada. %1</translation>
    </message>
    <message>
        <source>There is nothing to delete: the history does not hold it.</source>
        <translation>No hay nada que eliminar: no está en el historial.</translation>
    </message>
    <message>
        <source>Delete case %1?</source>
        <translation>¿Eliminar el caso %1?</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln case(s)?</source>
        <translation>
            <numerusform>¿Eliminar %Ln caso?</numerusform>
            <numerusform>¿Eliminar %Ln casos?</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete everything about %1?</source>
        <translation>¿Eliminar todo sobre %1?</translation>
    </message>
    <message>
        <source>Client: %1.</source>
        <translation>Cliente: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln case(s): %1.</source>
        <translation>
            <numerusform>%Ln caso: %1.</numerusform>
            <numerusform>%Ln casos: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln check(s) will be deleted, with all that your office wrote.</source>
        <translation>
            <numerusform>Se eliminará %Ln consulta, con todo lo que escribió su oficina.</numerusform>
            <numerusform>Se eliminarán %Ln consultas, con todo lo que escribió su oficina.</numerusform>
        </translation>
    </message>
    <message>
        <source>It can be undone until the program is closed.</source>
        <translation>Se puede deshacer hasta que se cierre el programa.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message numerus="yes">
        <source>%Ln check(s)</source>
        <translation>
            <numerusform>%Ln consulta</numerusform>
            <numerusform>%Ln consultas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln case(s) deleted (%1)</source>
        <translation>
            <numerusform>%Ln caso eliminado (%1)</numerusform>
            <numerusform>%Ln casos eliminados (%1)</numerusform>
        </translation>
    </message>
    <message>
        <source>Case %1 deleted (%2)</source>
        <translation>Caso %1 eliminado (%2)</translation>
    </message>
    <message>
        <source>The deletion was not undone. %1</source>
        <translation>No se pudo deshacer la eliminación. %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln case(s) are back</source>
        <translation>
            <numerusform>Se recuperó %Ln caso</numerusform>
            <numerusform>Se recuperaron %Ln casos</numerusform>
        </translation>
    </message>
    <message>
        <source>Case %1 is back</source>
        <translation>Se recuperó el caso %1</translation>
    </message>
    <message>
        <source>The saved filter “%1” names the client and is deleted too.</source>
        <translation>El filtro guardado «%1» nombra al cliente y también se elimina.</translation>
    </message>
    <message>
        <source>Older histories are kept in files of their own and stay as they are; delete them yourself when nobody needs them any more: %1</source>
        <translation>Hay historiales anteriores en archivos aparte, que quedan como están; elimínelos usted cuando ya nadie los necesite: %1</translation>
    </message>
    <message>
        <source>The deletion cannot be undone any more: it was already taken out of the file.</source>
        <translation>La eliminación ya no se puede deshacer: ya se quitó del archivo.</translation>
    </message>
</context>
<context>
    <name>linterna::CaseDetailsDialog</name>
    <message numerus="yes">
        <source>Remove %Ln earlier version(s) of these details</source>
        <translation>
            <numerusform>Quitar %Ln versión anterior de estos datos</numerusform>
            <numerusform>Quitar %Ln versiones anteriores de estos datos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 characters too many: at most %2 fit.</source>
        <translation>Sobran %1 caracteres: caben como máximo %2.</translation>
    </message>
    <message>
        <source>“%1” is longer than %2 characters.</source>
        <translation>«%1» tiene más de %2 caracteres.</translation>
    </message>
    <message>
        <source>%1 tags are too many: at most %2 fit.</source>
        <translation>%1 etiquetas son demasiadas: caben como máximo %2.</translation>
    </message>
    <message>
        <source>Keep this case whatever its age</source>
        <translation>Conservar este caso sin importar su antigüedad</translation>
    </message>
    <message>
        <source>Case details</source>
        <translation>Datos del caso</translation>
    </message>
    <message>
        <source>Nothing that grows old takes it away.</source>
        <translation>No se elimina por antigüedad.</translation>
    </message>
    <message>
        <source>Client&apos;s name or file number</source>
        <translation>Nombre del cliente o número de expediente</translation>
    </message>
    <message>
        <source>At most %1 characters.</source>
        <translation>Como máximo %1 caracteres.</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Separated by commas, at most %1 of at most %2 characters.</source>
        <translation>Separadas por comas, como máximo %1 de hasta %2 caracteres.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Only your office sees this; it never goes to USCIS and is kept encrypted.</source>
        <translation>Solo lo ve su oficina; nunca se envía a USCIS y se guarda cifrado.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>linterna::CaseEdits</name>
    <message>
        <source>Details of %1 saved</source>
        <translation>Datos de %1 guardados</translation>
    </message>
    <message>
        <source>Edit of %1 undone</source>
        <translation>Se deshizo el cambio de %1</translation>
    </message>
    <message>
        <source>Edit of %1 done again</source>
        <translation>Se rehízo el cambio de %1</translation>
    </message>
    <message>
        <source>Nothing was removed: %1</source>
        <translation>No se quitó nada: %1</translation>
    </message>
    <message>
        <source>Earlier details of %1 removed</source>
        <translation>Se quitaron los datos anteriores de %1</translation>
    </message>
    <message>
        <source>Earlier details of %1 are back</source>
        <translation>Los datos anteriores de %1 están de vuelta</translation>
    </message>
    <message>
        <source>The earlier details of %1 are out of the file for good</source>
        <translation>Los datos anteriores de %1 ya no están en el archivo</translation>
    </message>
    <message>
        <source>They are not back: %1</source>
        <translation>No están de vuelta: %1</translation>
    </message>
    <message>
        <source>The details of %1 were not saved: %2</source>
        <translation>Los datos de %1 no se guardaron: %2</translation>
    </message>
</context>
<context>
    <name>linterna::CaseSheet</name>
    <message>
        <source>Case status</source>
        <translation>Estado del caso</translation>
    </message>
    <message>
        <source>a person, for this case</source>
        <translation>una persona, por este caso</translation>
    </message>
    <message>
        <source>a person, as part of a list</source>
        <translation>una persona, como parte de una lista</translation>
    </message>
    <message>
        <source>the program, because the case is watched</source>
        <translation>el programa, porque el caso está en seguimiento</translation>
    </message>
    <message>
        <source>The last check, on %1, got no answer: %2.</source>
        <translation>La última consulta (%1) no obtuvo respuesta: %2.</translation>
    </message>
    <message>
        <source>On %1 nothing was asked: %2.</source>
        <translation>El %1 no se consultó nada: %2.</translation>
    </message>
    <message>
        <source>The service said: “%1”</source>
        <translation>El servicio dijo: «%1»</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formulario</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>Presentado</translation>
    </message>
    <message>
        <source>Modified by USCIS</source>
        <translation>Modificado por USCIS</translation>
    </message>
    <message>
        <source>Last known status of</source>
        <translation>Último estado conocido</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmado</translation>
    </message>
    <message>
        <source>Against the check before</source>
        <translation>Frente a la consulta anterior</translation>
    </message>
    <message>
        <source>Last check</source>
        <translation>Última consulta</translation>
    </message>
    <message>
        <source>Asked through</source>
        <translation>Consultado mediante</translation>
    </message>
    <message>
        <source>practice</source>
        <translation>práctica</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>Consultado por</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a moment, its time zone</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Checked with Linterna, an independent program, not made or endorsed by USCIS. The official notice is what counts.</source>
        <translation>Consultado con Linterna, un programa independiente, no creado ni avalado por USCIS. Lo que vale es el aviso oficial.</translation>
    </message>
    <message>
        <source>PRACTICE: invented data, not from USCIS</source>
        <translation>PRÁCTICA: datos inventados, no son de USCIS</translation>
    </message>
    <message>
        <source>Receipt number</source>
        <translation>Número de recibo</translation>
    </message>
    <message>
        <source>Client or file number</source>
        <translation>Cliente o expediente</translation>
    </message>
    <message>
        <source>No status is known</source>
        <translation>No se conoce ningún estado</translation>
    </message>
    <message>
        <source>Links in this text</source>
        <translation>Enlaces de este texto</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Cronología</translation>
    </message>
</context>
<context>
    <name>linterna::CertificateChoice</name>
    <message>
        <source>Choose a certificate file</source>
        <translation>Elegir un archivo de certificado</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.der)</source>
        <translation>Certificados (*.pem *.crt *.cer *.der)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
</context>
<context>
    <name>linterna::CertificateDialog</name>
    <message>
        <source>The certificate was not stored, and nothing changed. %1</source>
        <translation>El certificado no se guardó y nada cambió. %1</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificado</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Trust for this connection</source>
        <translation>Confiar para esta conexión</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>linterna::CertificateQuestion</name>
    <message>
        <source>It expired on %1. Linterna refuses the server until it has a new certificate.</source>
        <translation>Venció el %1. Linterna rechaza el servidor hasta que tenga un certificado nuevo.</translation>
    </message>
    <message>
        <source>It is not valid before %1. Until then Linterna refuses the server.</source>
        <translation>No es válido antes del %1. Hasta entonces Linterna rechaza el servidor.</translation>
    </message>
    <message>
        <source>It expires on %1. Ask the administrator for the next one in time.</source>
        <translation>Vence el %1. Pida a tiempo el siguiente al administrador.</translation>
    </message>
    <message>
        <source>Until that is put right, Linterna refuses the server, trusted or not.</source>
        <translation>Mientras eso no se corrija, Linterna rechaza el servidor, aunque usted confíe en él.</translation>
    </message>
    <message>
        <source>Another check of the server failed as well.</source>
        <translation>También falló otra comprobación del servidor.</translation>
    </message>
    <message numerus="yes">
        <source>The server sent %n certificates. This is the one that can be trusted.</source>
        <translation>
            <numerusform>El servidor envió %n certificado. Este es en el que se puede confiar.</numerusform>
            <numerusform>El servidor envió %n certificados. Este es en el que se puede confiar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file holds %n certificates. This is the one that can be trusted.</source>
        <translation>
            <numerusform>El archivo contiene %n certificado. Este es en el que se puede confiar.</numerusform>
            <numerusform>El archivo contiene %n certificados. Este es en el que se puede confiar.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is the certificate of an authority: every server whose certificate it signed will be believed on this connection.</source>
        <translation>Es el certificado de una autoridad: en esta conexión se dará por bueno todo servidor cuyo certificado ella haya firmado.</translation>
    </message>
    <message>
        <source>This certificate cannot be added</source>
        <translation>Este certificado no se puede agregar</translation>
    </message>
    <message>
        <source>It was made for other purposes than proving who a server is. Ask the gateway&apos;s administrator for the certificate that the server uses, or that of its issuer.</source>
        <translation>Se hizo para otros fines que demostrar quién es un servidor. Pida al administrador de la pasarela el certificado que usa el servidor, o el de su emisor.</translation>
    </message>
    <message>
        <source>Somebody else signed it, “%1”, whose own certificate is neither in this file nor known to this computer. Ask the gateway&apos;s administrator for a PEM file that holds both, up to the root. Then choose that file.</source>
        <translation>Lo firmó otro, «%1», cuyo propio certificado no está en este archivo ni es conocido en esta computadora. Pida al administrador de la pasarela un archivo PEM que contenga ambos, hasta la raíz. Después elija ese archivo.</translation>
    </message>
    <message>
        <source>Asking for the certificate…</source>
        <translation>Pidiendo el certificado…</translation>
    </message>
    <message>
        <source>%1 is asked who it is. No client ID, secret or receipt number is sent.</source>
        <translation>Se pregunta a %1 quién es. No se envía ningún ID de cliente, secreto ni número de recibo.</translation>
    </message>
    <message>
        <source>This file cannot be used</source>
        <translation>Este archivo no se puede usar</translation>
    </message>
    <message>
        <source>It must hold the certificate of your gateway or of its issuer, in PEM or DER form, and nothing else: no private key, at most %1 certificates and 64 kB. Ask the gateway&apos;s administrator for such a file.</source>
        <translation>Debe contener el certificado de su pasarela o el de su emisor, en formato PEM o DER, y nada más: ninguna clave privada, a lo sumo %1 certificados y 64 kB. Pida un archivo así al administrador de la pasarela.</translation>
    </message>
    <message>
        <source>There is nothing to add</source>
        <translation>No hay nada que agregar</translation>
    </message>
    <message>
        <source>This computer trusts %1 already. Its certificate:</source>
        <translation>Esta computadora ya confía en %1. Su certificado:</translation>
    </message>
    <message>
        <source>Is this the certificate of your gateway?</source>
        <translation>¿Es este el certificado de su pasarela?</translation>
    </message>
    <message>
        <source>Is this the certificate that you were given?</source>
        <translation>¿Es este el certificado que le dieron?</translation>
    </message>
    <message>
        <source>Compare the fingerprint with the one that the gateway&apos;s administrator tells you, by telephone or on paper. Trust the certificate only if all of it is the same.</source>
        <translation>Compare la huella con la que le diga el administrador de la pasarela, por teléfono o en papel. Confíe en el certificado solo si coincide por completo.</translation>
    </message>
    <message>
        <source>It is the link between the server and “%1”, which is trusted already: the server ought to send it, and does not.</source>
        <translation>Es el eslabón entre el servidor y «%1», que ya es de confianza: el servidor debería enviarlo y no lo hace.</translation>
    </message>
    <message>
        <source>What lies between it and the server is kept with it, for a server that does not send it.</source>
        <translation>Lo que está entre él y el servidor se guarda con él, para un servidor que no lo envía.</translation>
    </message>
    <message>
        <source>The certificate of its issuer, “%1”, is missing: the server did not send it, and this computer does not know it. Ask the gateway&apos;s administrator for it as a PEM file, with those above it up to the root. Then choose that file in the connection settings, under Network.</source>
        <translation>Falta el certificado de su emisor, «%1»: el servidor no lo envió y esta computadora no lo conoce. Pídalo al administrador de la pasarela como archivo PEM, con los que estén por encima hasta la raíz. Después elija ese archivo en los ajustes de conexión, en Red.</translation>
    </message>
    <message>
        <source>The certificate itself says that it can be had at %1.</source>
        <translation>El propio certificado dice que se puede obtener en %1.</translation>
    </message>
</context>
<context>
    <name>linterna::CertificateView</name>
    <message>
        <source>Issued to</source>
        <translation>Emitido a</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Emitido por</translation>
    </message>
    <message>
        <source>itself (self-signed)</source>
        <translation>sí mismo (autofirmado)</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Válido desde</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Válido hasta</translation>
    </message>
    <message>
        <source>SHA-256 fingerprint</source>
        <translation>Huella SHA-256</translation>
    </message>
    <message>
        <source>Copy fingerprint</source>
        <translation>Copiar huella</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message numerus="yes">
        <source>%1
and %n more</source>
        <comment>names of a certificate</comment>
        <translation>
            <numerusform>%1
y %n más</numerusform>
            <numerusform>%1
y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Nombres</translation>
    </message>
</context>
<context>
    <name>linterna::ChoiceButton</name>
    <message>
        <source>There is none yet</source>
        <translation>Todavía no hay ninguno</translation>
    </message>
</context>
<context>
    <name>linterna::ColumnMenu</name>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Move a column</source>
        <translation>Mover una columna</translation>
    </message>
    <message>
        <source>Dense rows</source>
        <translation>Filas compactas</translation>
    </message>
    <message>
        <source>Usual columns</source>
        <translation>Columnas habituales</translation>
    </message>
    <message>
        <source>Sort by this</source>
        <translation>Ordenar por esta</translation>
    </message>
    <message>
        <source>Hide this column</source>
        <translation>Ocultar esta columna</translation>
    </message>
    <message>
        <source>To the left</source>
        <translation>A la izquierda</translation>
    </message>
    <message>
        <source>To the right</source>
        <translation>A la derecha</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Ordenar por</translation>
    </message>
    <message>
        <source>The other way round</source>
        <translation>En orden inverso</translation>
    </message>
</context>
<context>
    <name>linterna::ConnectionDetails</name>
    <message>
        <source>none now; the next check asks for one</source>
        <translation>ninguno por ahora; la próxima consulta pide uno</translation>
    </message>
    <message>
        <source>valid until %1, for another %2</source>
        <translation>válido hasta: %1; quedan %2</translation>
    </message>
    <message>
        <source>client ID and secret in the form body</source>
        <translation>ID y secreto de cliente en el cuerpo del formulario</translation>
    </message>
    <message>
        <source>HTTP Basic, pair as it is</source>
        <translation>HTTP Basic, el par tal cual</translation>
    </message>
    <message>
        <source>HTTP Basic, pair form-encoded</source>
        <translation>HTTP Basic, el par codificado como formulario</translation>
    </message>
    <message>
        <source>Connection details</source>
        <translation>Detalles de la conexión</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Conexión</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Práctica</translation>
    </message>
    <message>
        <source>Case status at</source>
        <translation>Estado del caso en</translation>
    </message>
    <message>
        <source>Access tokens from</source>
        <translation>Tokens de acceso de</translation>
    </message>
    <message>
        <source>Credentials travel as</source>
        <translation>Las credenciales viajan como</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Token de acceso</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recibido</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Ámbito</translation>
    </message>
    <message>
        <source>Left today</source>
        <translation>Quedan hoy</translation>
    </message>
    <message>
        <source>%1 of %2 requests</source>
        <translation>%1 de %2 consultas</translation>
    </message>
    <message>
        <source>The last request for an access token. The client secret and the token are replaced by dots.</source>
        <translation>La última solicitud de un token de acceso. El secreto de cliente y el token se sustituyen por puntos.</translation>
    </message>
    <message>
        <source>No access token was asked for yet.</source>
        <translation>Todavía no se ha pedido ningún token de acceso.</translation>
    </message>
</context>
<context>
    <name>linterna::ConnectionEditor</name>
    <message>
        <source>Save without a client secret?</source>
        <translation>¿Guardar sin secreto de cliente?</translation>
    </message>
    <message>
        <source>Enter the secret</source>
        <translation>Escribir el secreto</translation>
    </message>
    <message>
        <source>Save without</source>
        <translation>Guardar sin él</translation>
    </message>
    <message>
        <source>Waiting for the keyring. It may ask you something in a window of its own.</source>
        <translation>Esperando el llavero. Es posible que le pregunte algo en una ventana propia.</translation>
    </message>
    <message>
        <source>Saved. The client secret for the earlier servers was removed.</source>
        <translation>Guardado. Se quitó el secreto de cliente de los servidores anteriores.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Guardado.</translation>
    </message>
    <message>
        <source>The client secret is kept until the program ends. It is not written to disk.</source>
        <translation>El secreto de cliente se conserva hasta que termine el programa. No se escribe en el disco.</translation>
    </message>
    <message>
        <source>Kept in the keyring, and nowhere else.</source>
        <translation>Se guarda en el llavero, y en ningún otro lugar.</translation>
    </message>
    <message>
        <source>Looking in the keyring…</source>
        <translation>Buscando en el llavero…</translation>
    </message>
    <message>
        <source>The addresses lead to other servers than before. Enter the client secret anew: the stored one is not sent there.</source>
        <translation>Las direcciones llevan a otros servidores que antes. Escriba de nuevo el secreto de cliente: el guardado no se envía allí.</translation>
    </message>
    <message>
        <source>New connection</source>
        <translation>Conexión nueva</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Aún sin guardar</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>en uso</translation>
    </message>
    <message>
        <source>The password for the proxy is kept until the program ends. It is not written to disk.</source>
        <translation>La contraseña para el proxy se guarda hasta que termine el programa. No se escribe en el disco.</translation>
    </message>
</context>
<context>
    <name>linterna::ConnectionFiles</name>
    <message>
        <source>Connection files (*.json)</source>
        <translation>Archivos de conexión (*.json)</translation>
    </message>
    <message>
        <source>Import a connection</source>
        <translation>Importar una conexión</translation>
    </message>
    <message>
        <source>%1 was not imported.</source>
        <translation>%1 no se importó.</translation>
    </message>
    <message>
        <source>It cannot be read: %1</source>
        <translation>No se puede leer: %1</translation>
    </message>
    <message>
        <source>This is not a connection file that can be imported</source>
        <translation>Este archivo de conexión no se puede importar</translation>
    </message>
    <message>
        <source>“%1” is here already</source>
        <translation>«%1» ya está aquí</translation>
    </message>
    <message>
        <source>The file says the same as this desk. Nothing was changed.</source>
        <translation>El archivo dice lo mismo que ya tiene este equipo. No se cambió nada.</translation>
    </message>
    <message>
        <source>Client ID, client secret and receipt numbers will go to these servers. Import it only if it comes from somebody whom you trust.</source>
        <translation>El ID y el secreto de cliente y los números de recibo se enviarán a estos servidores. Impórtelo solo si viene de alguien en quien confía.</translation>
    </message>
    <message>
        <source>It takes the place of the connection of the same name.</source>
        <translation>Reemplaza la conexión del mismo nombre.</translation>
    </message>
    <message>
        <source>Its servers are others than before: the stored client secret is removed.</source>
        <translation>Sus servidores son otros que antes: se quita el secreto de cliente guardado.</translation>
    </message>
    <message>
        <source>Import “%1”?</source>
        <translation>¿Importar «%1»?</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>“%1” was not imported</source>
        <translation>«%1» no se importó</translation>
    </message>
    <message>
        <source>“%1” needs no file</source>
        <translation>«%1» no necesita archivo</translation>
    </message>
    <message>
        <source>Every desk has it already. To hand on addresses and settings of your own, make a new connection and export that.</source>
        <translation>Todos los equipos ya la tienen. Para compartir direcciones y ajustes propios, cree una conexión nueva y expórtela.</translation>
    </message>
    <message>
        <source>Export “%1”</source>
        <translation>Exportar «%1»</translation>
    </message>
    <message>
        <source>“%1” was not exported</source>
        <translation>«%1» no se exportó</translation>
    </message>
    <message>
        <source>%1 Choose another place.</source>
        <translation>%1 Elija otro lugar.</translation>
    </message>
</context>
<context>
    <name>linterna::ConnectionForm</name>
    <message>
        <source>Fixed for this connection.</source>
        <translation>Fijo en esta conexión.</translation>
    </message>
    <message>
        <source>The addresses below were written by hand. What you enter here makes them anew.</source>
        <translation>Las direcciones de abajo se escribieron a mano. Lo que escriba aquí las crea de nuevo.</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Secreto de cliente</translation>
    </message>
    <message>
        <source>Password for the proxy</source>
        <translation>Contraseña para el proxy</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>«%1»: %2</translation>
    </message>
    <message>
        <source>It would be sent as %1. If that is the same to your gateway, write it so.</source>
        <translation>Se enviaría como %1. Si para su gateway es lo mismo, escríbala así.</translation>
    </message>
    <message>
        <source>It is sent to %1, and to nobody else.</source>
        <translation>Se envía a %1, y a nadie más.</translation>
    </message>
</context>
<context>
    <name>linterna::ConnectionList</name>
    <message>
        <source>in use</source>
        <translation>en uso</translation>
    </message>
    <message>
        <source>New connection</source>
        <translation>Conexión nueva</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Aún sin guardar</translation>
    </message>
    <message>
        <source>Reset…</source>
        <translation>Restablecer…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Quitar…</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Conexiones</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>Nueva…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importar…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
</context>
<context>
    <name>linterna::ConnectionSettings</name>
    <message>
        <source>“%1” is imported. Enter its client secret if it is not stored yet.</source>
        <translation>«%1» se importó. Escriba su secreto de cliente si aún no está guardado.</translation>
    </message>
    <message>
        <source>“%1” is exported to %2, without its client secret.</source>
        <translation>«%1» se exportó a %2, sin su secreto de cliente.</translation>
    </message>
</context>
<context>
    <name>linterna::ConnectionsDialog</name>
    <message>
        <source>the new connection</source>
        <translation>la conexión nueva</translation>
    </message>
    <message>
        <source>Save the changes?</source>
        <translation>¿Guardar los cambios?</translation>
    </message>
    <message>
        <source>What you entered for %1 is not saved yet.</source>
        <translation>Lo que escribió para %1 aún no está guardado.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Seguir editando</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Reset “%1”?</source>
        <translation>¿Restablecer «%1»?</translation>
    </message>
    <message>
        <source>Remove “%1”?</source>
        <translation>¿Quitar «%1»?</translation>
    </message>
    <message>
        <source>Its client ID, its client secret and all that was changed of it are removed. The history stays.</source>
        <translation>Se quitan su ID y su secreto de cliente y todo lo que se cambió en ella. El historial se conserva.</translation>
    </message>
    <message>
        <source>The connection and its client secret are removed from this computer. The history stays. To keep a copy without the secret, export it first.</source>
        <translation>La conexión y su secreto de cliente se quitan de esta computadora. El historial se conserva. Para guardar una copia sin el secreto, expórtela antes.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Conservarla</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Waiting for the keyring. It may ask you something in a window of its own.</source>
        <translation>Esperando el llavero. Es posible que le pregunte algo en una ventana propia.</translation>
    </message>
    <message>
        <source>“%1” was not removed. %2</source>
        <translation>«%1» no se quitó. %2</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Conexiones</translation>
    </message>
    <message>
        <source>Stopped waiting. “%1” was not removed, its client secret may be.</source>
        <translation>Se dejó de esperar. «%1» no se quitó; su secreto de cliente quizá sí.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
</context>
<context>
    <name>linterna::DamagedRowExport</name>
    <message>
        <source>Export this row</source>
        <translation>Exportar esta fila</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>Archivos JSON (*.json)</translation>
    </message>
    <message>
        <source>linterna-row-%1</source>
        <translation>linterna-fila-%1</translation>
    </message>
    <message>
        <source>Row exported to %1</source>
        <translation>Fila exportada a %1</translation>
    </message>
    <message>
        <source>%1 Choose another place.</source>
        <translation>%1 Elija otro lugar.</translation>
    </message>
    <message>
        <source>The row was not exported</source>
        <translation>La fila no se exportó</translation>
    </message>
</context>
<context>
    <name>linterna::DamagedText</name>
    <message>
        <source>This row could not be read when the history was brought up to date for this version of Linterna. What there was of it is kept.</source>
        <translation>Esta fila no se pudo leer cuando el historial se actualizó para esta versión de Linterna. Lo que quedaba de ella se conserva.</translation>
    </message>
    <message>
        <source>This row no longer says which case it is about.</source>
        <translation>Esta fila ya no dice de qué caso trata.</translation>
    </message>
    <message>
        <source>The saved entry of this row is missing.</source>
        <translation>Falta la entrada guardada de esta fila.</translation>
    </message>
    <message>
        <source>The saved entry of this row is empty, and nothing says that it was deleted.</source>
        <translation>La entrada guardada de esta fila está vacía, y nada dice que se haya eliminado.</translation>
    </message>
    <message>
        <source>The saved entry of this row cannot be decrypted: it was saved with another key, or the file was changed or damaged.</source>
        <translation>La entrada guardada de esta fila no se puede descifrar: se guardó con otra clave, o el archivo se modificó o se dañó.</translation>
    </message>
    <message>
        <source>The saved entry of this row is not what Linterna wrote: it was changed later.</source>
        <translation>La entrada guardada de esta fila no es lo que escribió Linterna: se modificó después.</translation>
    </message>
    <message>
        <source>This row says something else than its saved entry.</source>
        <translation>Esta fila dice algo distinto de su entrada guardada.</translation>
    </message>
    <message>
        <source>A part of the answer is missing, or is not what Linterna wrote.</source>
        <translation>Falta una parte de la respuesta, o no es lo que escribió Linterna.</translation>
    </message>
    <message>
        <source>This row cannot be trusted</source>
        <translation>Esta fila no es confiable</translation>
    </message>
    <message>
        <source>Receipt number %1</source>
        <translation>Número de recibo %1</translation>
    </message>
    <message>
        <source>Checked %1</source>
        <translation>Consultado: %1</translation>
    </message>
    <message>
        <source>This may be wrong too.</source>
        <translation>También esto puede estar mal.</translation>
    </message>
    <message>
        <source>The answer that stood here cannot be shown. Other rows are not affected.</source>
        <translation>La respuesta que estaba aquí no se puede mostrar. Las demás filas no se ven afectadas.</translation>
    </message>
    <message>
        <source>What you can do</source>
        <translation>Qué puede hacer</translation>
    </message>
    <message>
        <source>Ask again to get today’s status.</source>
        <translation>Consulte de nuevo para obtener el estatus de hoy.</translation>
    </message>
    <message>
        <source>Enter the receipt number above to get today’s status.</source>
        <translation>Escriba arriba el número de recibo para obtener el estatus de hoy.</translation>
    </message>
    <message>
        <source>If you need the old answer and have a backup from before the damage, choose File, Restore a backup. The history of today is kept beside it.</source>
        <translation>Si necesita la respuesta anterior y tiene una copia de seguridad de antes del daño, elija Archivo, Restaurar una copia de seguridad. El historial de hoy se conserva al lado.</translation>
    </message>
    <message>
        <source>If there are more rows like this one, the disk may be failing: make a backup, and ask whoever looks after your computers for help. Export this row for them: the file holds it as it is stored, encrypted and without the key.</source>
        <translation>Si hay más filas como esta, quizá falle el disco: haga una copia de seguridad y pida ayuda a quien cuida de sus computadoras. Exporte esta fila para esa persona: el archivo la contiene tal como está guardada, cifrada y sin la clave.</translation>
    </message>
</context>
<context>
    <name>linterna::DatePopover</name>
    <message>
        <source>Go to a date</source>
        <translation>Ir a una fecha</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Calendario</translation>
    </message>
    <message>
        <source>Show what was checked on</source>
        <translation>Mostrar lo consultado el</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Ir</translation>
    </message>
</context>
<context>
    <name>linterna::Dates</name>
    <message>
        <source>today</source>
        <translation>hoy</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>ayer</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>mañana</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds that remain</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes that remain</comment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>today or tomorrow, a time to come</comment>
        <translation>%1 a las %2</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <comment>weekday, day, a time to come</comment>
        <translation>el %1 %2 a las %3</translation>
    </message>
</context>
<context>
    <name>linterna::DifferenceReview</name>
    <message>
        <source>There are no differences any more.</source>
        <translation>Ya no hay diferencias.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln difference(s) settled</source>
        <translation>
            <numerusform>%Ln diferencia resuelta</numerusform>
            <numerusform>%Ln diferencias resueltas</numerusform>
        </translation>
    </message>
    <message>
        <source>What another desk deleted stays here.</source>
        <translation>Lo que se eliminó en otra computadora se conserva aquí.</translation>
    </message>
    <message>
        <source>The deletion cannot be undone any more: it was already taken out of the file.</source>
        <translation>La eliminación ya no se puede deshacer: ya se quitó del archivo.</translation>
    </message>
    <message>
        <source>What another desk deleted is back</source>
        <translation>Lo que se eliminó en otra computadora está de vuelta</translation>
    </message>
    <message>
        <source>The deletion was not undone. %1</source>
        <translation>No se pudo deshacer la eliminación. %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln check(s) deleted, as at the other desk</source>
        <translation>
            <numerusform>%Ln consulta eliminada, como en la otra computadora</numerusform>
            <numerusform>%Ln consultas eliminadas, como en la otra computadora</numerusform>
        </translation>
    </message>
    <message>
        <source>Not all differences were settled. %1</source>
        <translation>No se resolvieron todas las diferencias. %1</translation>
    </message>
</context>
<context>
    <name>linterna::DifferencesDialog</name>
    <message>
        <source>Somebody</source>
        <translation>Alguien</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Deleted at another desk</source>
        <translation>Eliminado en otra computadora</translation>
    </message>
    <message>
        <source>Review differences</source>
        <translation>Revisar diferencias</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more wait(s) and come(s) when these are settled.</source>
        <translation>
            <numerusform>Queda %Ln más, que aparece cuando se resuelvan estas.</numerusform>
            <numerusform>Quedan %Ln más, que aparecen cuando se resuelvan estas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Colleagues at different desks wrote different things. Choose what is right; until you do, the lists show the first.</source>
        <translation>En distintas computadoras se escribieron cosas diferentes. Elija lo correcto; mientras tanto, las listas muestran lo primero.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>field, case</comment>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>person, moment</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 · shown now</source>
        <translation>%1 · se muestra ahora</translation>
    </message>
    <message>
        <source>All of them together</source>
        <translation>Todo junto</translation>
    </message>
    <message numerus="yes">
        <source>%1 deleted %Ln check(s) at another desk (%2). They are still here.</source>
        <translation>
            <numerusform>%1 eliminó %Ln consulta en otra computadora (%2). Aquí sigue estando.</numerusform>
            <numerusform>%1 eliminó %Ln consultas en otra computadora (%2). Aquí siguen estando.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleting here too leaves nothing of %Ln case(s): %1.</source>
        <translation>
            <numerusform>Al eliminar también aquí, no queda nada de %Ln caso: %1.</numerusform>
            <numerusform>Al eliminar también aquí, no queda nada de %Ln casos: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Deletion by %1, %2</source>
        <translation>Eliminación de %1, %2</translation>
    </message>
    <message>
        <source>Keep here</source>
        <translation>Conservar aquí</translation>
    </message>
    <message>
        <source>You are not asked again.</source>
        <translation>No se le vuelve a preguntar.</translation>
    </message>
    <message>
        <source>Delete here too</source>
        <translation>Eliminar también aquí</translation>
    </message>
    <message>
        <source>It can be undone until the program is closed.</source>
        <translation>Se puede deshacer hasta que se cierre el programa.</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Aplicar</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Decidir después</translation>
    </message>
</context>
<context>
    <name>linterna::EditorFoot</name>
    <message>
        <source>Test connection</source>
        <translation>Probar la conexión</translation>
    </message>
    <message>
        <source>Keep for this run only</source>
        <translation>Conservar solo en esta sesión</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>Dejar de esperar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
</context>
<context>
    <name>linterna::EditorHead</name>
    <message>
        <source>Use this connection</source>
        <translation>Usar esta conexión</translation>
    </message>
</context>
<context>
    <name>linterna::EraseController</name>
    <message>
        <source>The history, which is closed now</source>
        <translation>El historial, que ahora está cerrado</translation>
    </message>
    <message>
        <source>The history: %1 of %2</source>
        <translation>El historial: %1 de %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln check(s)</source>
        <translation>
            <numerusform>%Ln consulta</numerusform>
            <numerusform>%Ln consultas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln case(s)</source>
        <translation>
            <numerusform>%Ln caso</numerusform>
            <numerusform>%Ln casos</numerusform>
        </translation>
    </message>
    <message>
        <source>How much was asked on which day</source>
        <translation>Cuánto se consultó cada día</translation>
    </message>
    <message>
        <source>Connections: %1</source>
        <translation>Conexiones: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln certificate(s) that you chose to trust</source>
        <translation>
            <numerusform>%Ln certificado en el que decidió confiar</numerusform>
            <numerusform>%Ln certificados en los que decidió confiar</numerusform>
        </translation>
    </message>
    <message>
        <source>All settings</source>
        <translation>Todos los ajustes</translation>
    </message>
    <message>
        <source>In the keyring: the key to the history, all client secrets and passwords for proxies</source>
        <translation>En el llavero: la clave del historial, todos los secretos de cliente y las contraseñas para proxies</translation>
    </message>
    <message>
        <source>Close Linterna</source>
        <translation>Cerrar Linterna</translation>
    </message>
    <message>
        <source>Removed files: %1</source>
        <translation>Archivos eliminados: %1</translation>
    </message>
    <message>
        <source>Removed from the keyring: %1</source>
        <translation>Eliminado del llavero: %1</translation>
    </message>
    <message>
        <source>These files could not be removed; delete them yourself: %1</source>
        <translation>Estos archivos no se pudieron eliminar; elimínelos usted: %1</translation>
    </message>
    <message>
        <source>May still be in the keyring: “%1”</source>
        <translation>Puede seguir en el llavero: «%1»</translation>
    </message>
    <message>
        <source>Delete these entries in your system&apos;s program for passwords and keys.</source>
        <translation>Elimine estas entradas con el programa de contraseñas y claves de su sistema.</translation>
    </message>
    <message>
        <source>Everything is erased</source>
        <translation>Todo está borrado</translation>
    </message>
    <message>
        <source>Not everything could be erased</source>
        <translation>No se pudo borrar todo</translation>
    </message>
    <message>
        <source>Nothing was removed from the keyring.</source>
        <translation>Del llavero no se eliminó nada.</translation>
    </message>
    <message>
        <source>Nothing was erased</source>
        <translation>No se borró nada</translation>
    </message>
    <message>
        <source>Linterna cannot tell whether another program works in this folder, because the folder takes no locks. Close every Linterna and delete the folder yourself: %1</source>
        <translation>Linterna no puede saber si otro programa trabaja en esta carpeta, porque la carpeta no admite bloqueos. Cierre todas las ventanas de Linterna y elimine usted la carpeta: %1</translation>
    </message>
</context>
<context>
    <name>linterna::EraseDialog</name>
    <message>
        <source>Erase everything?</source>
        <translation>¿Borrar todo?</translation>
    </message>
    <message>
        <source>This cannot be undone. Linterna then closes. Removed from this computer are:</source>
        <translation>Esto no se puede deshacer. Después, Linterna se cierra. De esta computadora se elimina:</translation>
    </message>
    <message>
        <source>What you exported or printed stays where you put it, and so do other files in %1. A history in another folder that has its key in the same keyring cannot be opened any more.</source>
        <translation>Lo que exportó o imprimió queda donde lo puso, y también los demás archivos en %1. Un historial en otra carpeta que tenga su clave en el mismo llavero ya no se podrá abrir.</translation>
    </message>
    <message>
        <source>To confirm, type “%1”:</source>
        <translation>Para confirmar, escriba «%1»:</translation>
    </message>
    <message>
        <source>Erase everything</source>
        <translation>Borrar todo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>erase</source>
        <comment>the word to be typed</comment>
        <translation>borrar</translation>
    </message>
</context>
<context>
    <name>linterna::ErrorText</name>
    <message>
        <source>Nothing changed: the last known status, from %1, stays.</source>
        <translation>Nada cambió: sigue el último estado conocido (%1).</translation>
    </message>
    <message>
        <source>This says nothing about the case.</source>
        <translation>Esto no dice nada sobre el caso.</translation>
    </message>
    <message>
        <source>The number may be mistyped or still too new, or the case may be one that the law keeps confidential: those (8 U.S.C. 1367) are shown to nobody.</source>
        <translation>Puede haber un error al escribir el número, puede ser aún muy reciente, o el caso puede ser uno que la ley mantiene confidencial: esos (8 U.S.C. 1367) no se muestran a nadie.</translation>
    </message>
    <message>
        <source>13 characters, as on the receipt notice: three letters and ten digits</source>
        <translation>13 caracteres, como en el aviso de recibo: tres letras y diez dígitos</translation>
    </message>
    <message>
        <source>A receipt number begins with three letters; “%1” cannot stand there</source>
        <translation>Un número de recibo empieza con tres letras; ahí no puede ir «%1»</translation>
    </message>
    <message>
        <source>“%1” cannot stand here: after the three letters come ten digits</source>
        <translation>Aquí no puede ir «%1»: después de las tres letras van diez dígitos</translation>
    </message>
    <message>
        <source>%1 of %2 characters</source>
        <translation>%1 de %2 caracteres</translation>
    </message>
    <message>
        <source>%1 characters: a receipt number has %2</source>
        <translation>%1 caracteres: un número de recibo tiene %2</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Sin conexión</translation>
    </message>
    <message>
        <source>The service could not be reached: its address was not found, or the connection broke off.</source>
        <translation>No se pudo llegar al servicio: no se encontró su dirección o se cortó la conexión.</translation>
    </message>
    <message>
        <source>Check the network connection, then ask again.</source>
        <translation>Revise la conexión de red y consulte de nuevo.</translation>
    </message>
    <message>
        <source>No answer in time</source>
        <translation>Sin respuesta a tiempo</translation>
    </message>
    <message>
        <source>The service did not answer within the time allowed.</source>
        <translation>El servicio no respondió dentro del plazo.</translation>
    </message>
    <message>
        <source>Ask again in a few minutes.</source>
        <translation>Consulte de nuevo en unos minutos.</translation>
    </message>
    <message>
        <source>The connection is not safe</source>
        <translation>La conexión no es segura</translation>
    </message>
    <message>
        <source>The server could not prove who it is, or its encryption is too weak. Nothing was sent.</source>
        <translation>El servidor no pudo probar quién es, o su cifrado es demasiado débil. No se envió nada.</translation>
    </message>
    <message>
        <source>Show the detail to whoever looks after your network.</source>
        <translation>Muestre el detalle a quien atiende su red.</translation>
    </message>
    <message>
        <source>The service pointed elsewhere</source>
        <translation>El servicio remitió a otro lugar</translation>
    </message>
    <message>
        <source>The reply pointed to another address. Linterna does not follow, because secrets could go astray.</source>
        <translation>La respuesta remitió a otra dirección. Linterna no la sigue, porque los secretos podrían extraviarse.</translation>
    </message>
    <message>
        <source>If this network asks you to sign in first, do so. Otherwise check the addresses of the connection.</source>
        <translation>Si esta red le pide iniciar sesión, hágalo primero. Si no, revise las direcciones de la conexión.</translation>
    </message>
    <message>
        <source>Client ID or secret refused</source>
        <translation>ID o secreto de cliente rechazado</translation>
    </message>
    <message>
        <source>The service did not accept the client ID and client secret. What is saved stays saved.</source>
        <translation>El servicio no aceptó el ID y el secreto de cliente. Lo guardado sigue guardado.</translation>
    </message>
    <message>
        <source>Check both in the connection settings. Keys expire: the developer portal shows the valid ones.</source>
        <translation>Revise ambos en los ajustes de conexión. Las claves vencen: el portal para desarrolladores muestra las vigentes.</translation>
    </message>
    <message>
        <source>Access token refused</source>
        <translation>Token de acceso rechazado</translation>
    </message>
    <message>
        <source>The service refused a new access token as well.</source>
        <translation>El servicio rechazó también un token de acceso nuevo.</translation>
    </message>
    <message>
        <source>Ask again later. If it stays so, check at the developer portal that the key is approved.</source>
        <translation>Consulte más tarde. Si sigue igual, verifique en el portal para desarrolladores que la clave esté aprobada.</translation>
    </message>
    <message>
        <source>No access to this service</source>
        <translation>Sin acceso a este servicio</translation>
    </message>
    <message>
        <source>The client ID and secret are right, but have no access to the Case Status service.</source>
        <translation>El ID y el secreto de cliente son correctos, pero no tienen acceso al servicio de estado de casos.</translation>
    </message>
    <message>
        <source>Ask whoever manages the key or the gateway for access.</source>
        <translation>Pida acceso a quien administra la clave o la pasarela.</translation>
    </message>
    <message>
        <source>USCIS did not recognize this receipt number</source>
        <translation>USCIS no reconoció este número de recibo</translation>
    </message>
    <message>
        <source>USCIS gave no status for this receipt number.</source>
        <translation>USCIS no dio ningún estado para este número de recibo.</translation>
    </message>
    <message>
        <source>Compare the number with the receipt notice. If it is right, call the USCIS Contact Center.</source>
        <translation>Compare el número con el aviso de recibo. Si es correcto, llame al Centro de Contacto de USCIS.</translation>
    </message>
    <message>
        <source>Receipt number not accepted</source>
        <translation>Número de recibo no aceptado</translation>
    </message>
    <message>
        <source>The service says that this receipt number is not formed as it expects.</source>
        <translation>El servicio dice que este número de recibo no tiene la forma que espera.</translation>
    </message>
    <message>
        <source>Compare it with the receipt notice: three letters and ten digits.</source>
        <translation>Compárelo con el aviso de recibo: tres letras y diez dígitos.</translation>
    </message>
    <message>
        <source>Asked too quickly</source>
        <translation>Consultas demasiado seguidas</translation>
    </message>
    <message>
        <source>Ask again in a minute.</source>
        <translation>Consulte de nuevo en un minuto.</translation>
    </message>
    <message>
        <source>Today&apos;s requests are used up</source>
        <translation>Se agotaron las consultas de hoy</translation>
    </message>
    <message>
        <source>Ask again when the new day begins there.</source>
        <translation>Consulte de nuevo cuando allí empiece el nuevo día.</translation>
    </message>
    <message>
        <source>The service is closed now</source>
        <translation>El servicio está cerrado ahora</translation>
    </message>
    <message>
        <source>The service answers only during its hours.</source>
        <translation>El servicio solo responde en su horario.</translation>
    </message>
    <message>
        <source>Ask again during service hours.</source>
        <translation>Consulte de nuevo en el horario de servicio.</translation>
    </message>
    <message>
        <source>The service has a problem</source>
        <translation>El servicio tiene un problema</translation>
    </message>
    <message>
        <source>The service answered with an error of its own.</source>
        <translation>El servicio respondió con un error propio.</translation>
    </message>
    <message>
        <source>Reply not understood</source>
        <translation>Respuesta no entendida</translation>
    </message>
    <message>
        <source>The service replied, but the reply could not be read. Linterna does not guess.</source>
        <translation>El servicio respondió, pero la respuesta no se pudo leer. Linterna no adivina.</translation>
    </message>
    <message>
        <source>Ask again. If it stays so, tell whoever looks after the connection.</source>
        <translation>Consulte de nuevo. Si sigue igual, avise a quien atiende la conexión.</translation>
    </message>
    <message>
        <source>Reply about another case</source>
        <translation>Respuesta sobre otro caso</translation>
    </message>
    <message>
        <source>The reply named another receipt number than the one asked for, so it is not shown.</source>
        <translation>La respuesta nombró otro número de recibo que el consultado, por eso no se muestra.</translation>
    </message>
    <message>
        <source>The answer could not be read</source>
        <translation>No se pudo leer la respuesta</translation>
    </message>
    <message>
        <source>The server sent an interim reply before its answer, and Linterna cannot read past it. What USCIS says about this case is not known.</source>
        <translation>El servidor envió una respuesta provisional antes de la definitiva, y Linterna no puede leer más allá de ella. No se sabe qué dice USCIS sobre este caso.</translation>
    </message>
    <message>
        <source>Ask again. If it stays so, ask whoever looks after the server or gateway to switch interim replies off (HTTP 102 and 103).</source>
        <translation>Vuelva a consultar. Si sigue así, pida a quien administra el servidor o la pasarela que desactive las respuestas provisionales (HTTP 102 y 103).</translation>
    </message>
    <message>
        <source>Reply too large</source>
        <translation>Respuesta demasiado grande</translation>
    </message>
    <message>
        <source>The reply was larger than a case status can be, and was not read.</source>
        <translation>La respuesta era más grande de lo que puede ser un estado de caso, y no se leyó.</translation>
    </message>
    <message>
        <source>The keyring is locked</source>
        <translation>El llavero está bloqueado</translation>
    </message>
    <message>
        <source>What Linterna needs is in the keyring of this computer, and the keyring is locked.</source>
        <translation>Lo que Linterna necesita está en el llavero de esta computadora, y el llavero está bloqueado.</translation>
    </message>
    <message>
        <source>Unlock the keyring, then try again.</source>
        <translation>Desbloquee el llavero e intente de nuevo.</translation>
    </message>
    <message>
        <source>No keyring</source>
        <translation>Sin llavero</translation>
    </message>
    <message>
        <source>This computer offers no keyring, so no client secret can be stored.</source>
        <translation>Esta computadora no ofrece llavero, así que no se puede guardar ningún secreto de cliente.</translation>
    </message>
    <message>
        <source>Enter the client secret for this run in the connection settings.</source>
        <translation>Escriba el secreto de cliente para esta sesión en los ajustes de conexión.</translation>
    </message>
    <message>
        <source>The keyring refused</source>
        <translation>El llavero se negó</translation>
    </message>
    <message>
        <source>The keyring did not let Linterna in, or its question was not answered.</source>
        <translation>El llavero no dejó entrar a Linterna, o su pregunta quedó sin respuesta.</translation>
    </message>
    <message>
        <source>Allow the access when the keyring asks, then try again.</source>
        <translation>Permita el acceso cuando el llavero pregunte e intente de nuevo.</translation>
    </message>
    <message>
        <source>The connection is not set up yet</source>
        <translation>La conexión aún no está configurada</translation>
    </message>
    <message>
        <source>No client ID or client secret is stored for this connection.</source>
        <translation>Para esta conexión no hay guardado ningún ID o secreto de cliente.</translation>
    </message>
    <message>
        <source>Enter both in the connection settings.</source>
        <translation>Escriba ambos en los ajustes de conexión.</translation>
    </message>
    <message>
        <source>The history could not be used</source>
        <translation>No se pudo usar el historial</translation>
    </message>
    <message>
        <source>Reading or writing on this computer failed.</source>
        <translation>Falló la lectura o la escritura en esta computadora.</translation>
    </message>
    <message>
        <source>Check that the disk has room and that the folder can be written.</source>
        <translation>Verifique que haya espacio en el disco y que se pueda escribir en la carpeta.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Detenido</translation>
    </message>
    <message>
        <source>This check was stopped before there was an answer.</source>
        <translation>Esta consulta se detuvo antes de que hubiera respuesta.</translation>
    </message>
    <message>
        <source>Ask again whenever you like.</source>
        <translation>Consulte de nuevo cuando quiera.</translation>
    </message>
    <message>
        <source>A value could not be used</source>
        <translation>Un valor no se pudo usar</translation>
    </message>
    <message>
        <source>Linterna was given a value that it cannot use.</source>
        <translation>Linterna recibió un valor que no puede usar.</translation>
    </message>
    <message>
        <source>Correct what the detail names, then try again.</source>
        <translation>Corrija lo que indica el detalle e intente de nuevo.</translation>
    </message>
    <message>
        <source>The keyring did not let Linterna in, so the saved history cannot be opened. Nothing in it was changed. What you look up now is kept until the program ends.</source>
        <translation>El llavero no dejó entrar a Linterna y el historial guardado no se puede abrir. No se cambió nada en él. Lo que consulte ahora se conserva hasta que cierre el programa.</translation>
    </message>
    <message>
        <source>The key to the saved history is no longer in the keyring, so the history cannot be read. The file is left as it is. What you look up now is kept until the program ends.</source>
        <translation>La clave del historial guardado ya no está en el llavero y el historial no se puede leer. El archivo queda como está. Lo que consulte ahora se conserva hasta que cierre el programa.</translation>
    </message>
    <message>
        <source>The saved history could not be opened. The file is left as it is. What you look up now is kept until the program ends.</source>
        <translation>El historial guardado no se pudo abrir. El archivo queda como está. Lo que consulte ahora se conserva hasta que cierre el programa.</translation>
    </message>
    <message>
        <source>The saved history was damaged, and a new one was begun. The damaged file is kept as %1. If you have a backup, choose File, Restore a backup.</source>
        <translation>El historial guardado estaba dañado y se empezó uno nuevo. El archivo dañado se conserva como %1. Si tiene una copia de seguridad, elija Archivo, Restaurar una copia de seguridad.</translation>
    </message>
    <message>
        <source>The certificate that was added to this connection could not be read on this computer.</source>
        <translation>En esta computadora no se pudo leer el certificado que se agregó a esta conexión.</translation>
    </message>
    <message>
        <source>Add the certificate again in the connection settings.</source>
        <translation>Agregue de nuevo el certificado en los ajustes de conexión.</translation>
    </message>
    <message>
        <source>The server offers only outdated encryption, TLS 1.1 or older.</source>
        <translation>El servidor solo ofrece un cifrado anticuado, TLS 1.1 o anterior.</translation>
    </message>
    <message>
        <source>Ask whoever runs the server to allow TLS 1.2 or newer.</source>
        <translation>Pida a quien administra el servidor que permita TLS 1.2 o posterior.</translation>
    </message>
    <message>
        <source>The certificate of the server was withdrawn and no longer counts.</source>
        <translation>El certificado del servidor fue revocado y ya no vale.</translation>
    </message>
    <message>
        <source>Tell whoever runs the server. It needs a new certificate.</source>
        <translation>Avise a quien administra el servidor. Necesita un certificado nuevo.</translation>
    </message>
    <message>
        <source>The certificate of the server expired on %1.</source>
        <translation>El certificado del servidor venció el %1.</translation>
    </message>
    <message>
        <source>The certificate of the server has expired.</source>
        <translation>El certificado del servidor venció.</translation>
    </message>
    <message>
        <source>Check the date of this computer. If it is right, ask whoever runs the server to renew the certificate.</source>
        <translation>Revise la fecha de esta computadora. Si es correcta, pida a quien administra el servidor que renueve el certificado.</translation>
    </message>
    <message>
        <source>The certificate of the server is not valid before %1.</source>
        <translation>El certificado del servidor no es válido antes del %1.</translation>
    </message>
    <message>
        <source>The certificate of the server is not valid yet.</source>
        <translation>El certificado del servidor todavía no es válido.</translation>
    </message>
    <message>
        <source>Check the date of this computer. If it is right, tell whoever runs the server.</source>
        <translation>Revise la fecha de esta computadora. Si es correcta, avise a quien administra el servidor.</translation>
    </message>
    <message>
        <source>The certificate of the server was issued for %1, not for this address.</source>
        <translation>El certificado del servidor se emitió para %1, no para esta dirección.</translation>
    </message>
    <message>
        <source>The certificate of the server was not issued for this address.</source>
        <translation>El certificado del servidor no se emitió para esta dirección.</translation>
    </message>
    <message>
        <source>Check the addresses of the connection. If they are right, ask whoever runs the server for a certificate for this address.</source>
        <translation>Revise las direcciones de la conexión. Si son correctas, pida a quien administra el servidor un certificado para esta dirección.</translation>
    </message>
    <message>
        <source>The server vouches for itself: nobody else signed its certificate, issued for %1.</source>
        <translation>El servidor responde por sí mismo: nadie más firmó su certificado, emitido para %1.</translation>
    </message>
    <message>
        <source>The server vouches for itself: nobody else signed its certificate.</source>
        <translation>El servidor responde por sí mismo: nadie más firmó su certificado.</translation>
    </message>
    <message>
        <source>If it is your own gateway, add its certificate in the connection settings, after comparing it with its administrator.</source>
        <translation>Si es su propia pasarela, agregue su certificado en los ajustes de conexión, después de compararlo con su administrador.</translation>
    </message>
    <message>
        <source>The issuer of the server&apos;s certificate, %1, is not known to this computer.</source>
        <translation>El emisor del certificado del servidor, %1, no es conocido en esta computadora.</translation>
    </message>
    <message>
        <source>The issuer of the server&apos;s certificate is not known to this computer.</source>
        <translation>El emisor del certificado del servidor no es conocido en esta computadora.</translation>
    </message>
    <message>
        <source>If it is your own gateway, ask its administrator for the issuer&apos;s certificate, with those above it, as a PEM file. Choose that file in the connection settings, under Network.</source>
        <translation>Si es su propia pasarela, pida a su administrador el certificado del emisor, con los que estén por encima, como archivo PEM. Elija ese archivo en los ajustes de conexión, en Red.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>a name out of a certificate</comment>
        <translation>«%1»</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>names out of a certificate</comment>
        <translation>
            <numerusform>%1 y %n más</numerusform>
            <numerusform>%1 y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>No se envió nada.</translation>
    </message>
    <message>
        <source>The service asked to slow down and gave no answer.</source>
        <translation>El servicio pidió ir más despacio y no dio respuesta.</translation>
    </message>
    <message>
        <source>The service refuses further requests through this connection, as it does when those of the day are used up.</source>
        <translation>El servicio rechaza más consultas por esta conexión, como lo hace cuando se agotaron las del día.</translation>
    </message>
    <message>
        <source>The service answers only during its hours, so nothing was asked.</source>
        <translation>El servicio responde solo en su horario; por eso no se consultó nada.</translation>
    </message>
    <message>
        <source>As far as Linterna knows, the requests of this day are used up, so nothing was asked.</source>
        <translation>Hasta donde sabe Linterna, las consultas de este día se agotaron; por eso no se consultó nada.</translation>
    </message>
    <message>
        <source>The service opens %1 (your time). Ask again then.</source>
        <translation>El servicio abre %1 (hora local). Consulte de nuevo entonces.</translation>
    </message>
    <message>
        <source>You can ask again %1 (your time) or later.</source>
        <translation>Puede consultar de nuevo %1 (hora local) o más tarde.</translation>
    </message>
    <message>
        <source>A receipt number begins with three letters from A to Z; this “%1” is another character</source>
        <translation>Un número de recibo empieza con tres letras de la A a la Z; esta «%1» es otro carácter</translation>
    </message>
    <message>
        <source>No receipt number in this text: three letters and ten digits</source>
        <translation>En este texto no hay un número de recibo: tres letras y diez dígitos</translation>
    </message>
    <message>
        <source>The name %1 promises another kind of file. Choose one that ends in %2.</source>
        <translation>El nombre %1 promete otra clase de archivo. Elija uno que termine en %2.</translation>
    </message>
    <message>
        <source>Nearly a receipt number: compare it with the notice and type it alone</source>
        <translation>Casi un número de recibo: compárelo con el aviso y escríbalo solo</translation>
    </message>
    <message>
        <source>This looks like a telephone number: type a receipt number in one run</source>
        <translation>Esto parece un número de teléfono: escriba el número de recibo seguido</translation>
    </message>
    <message>
        <source>The keyring is locked, so the saved history cannot be opened. Nothing in it was changed. What you look up now goes into it when it opens, and is otherwise kept until the program ends. Unlock the keyring, then try again.</source>
        <translation>El llavero está bloqueado y el historial guardado no se puede abrir. No se cambió nada en él. Lo que consulte ahora pasa al historial cuando se abra; si no, se conserva hasta que cierre el programa. Desbloquee el llavero e intente de nuevo.</translation>
    </message>
    <message>
        <source>This computer has no keyring. History and client secret are kept until the program ends and are not written to disk. The history can be kept under a passphrase instead.</source>
        <translation>Esta computadora no tiene llavero. El historial y el secreto de cliente se conservan hasta que cierre el programa y no se escriben en el disco. En su lugar, el historial se puede guardar bajo una frase de contraseña.</translation>
    </message>
    <message>
        <source>The file with the key to the saved history is damaged, so the history cannot be opened. Nothing was changed. Put a copy of this file in its place, then try again. What you look up now is kept until the program ends.</source>
        <translation>El archivo con la clave del historial guardado está dañado y el historial no se puede abrir. No se cambió nada. Ponga una copia de ese archivo en su lugar e intente de nuevo. Lo que consulte ahora se conserva hasta que cierre el programa.</translation>
    </message>
    <message>
        <source>The file with the key to the history is damaged. Nothing was changed. Put a copy of this file in its place, then try again.</source>
        <translation>El archivo con la clave del historial está dañado. No se cambió nada. Ponga una copia de ese archivo en su lugar e intente de nuevo.</translation>
    </message>
    <message>
        <source>There is a history in this folder already, and its key is another one. Nothing was changed.</source>
        <translation>En esta carpeta ya hay un historial, y su clave es otra. No se cambió nada.</translation>
    </message>
    <message>
        <source>Linterna is still opening the history. Try again in a moment.</source>
        <translation>Linterna todavía está abriendo el historial. Intente de nuevo en un momento.</translation>
    </message>
    <message>
        <source>The disk could not be read or written. What was there stays as it is.</source>
        <translation>No se pudo leer o escribir en el disco. Lo que había queda como está.</translation>
    </message>
    <message>
        <source>The history is closed until its passphrase is entered. What you look up now goes into it then, and is otherwise kept until the program ends.</source>
        <translation>El historial está cerrado hasta que se escriba su frase de contraseña. Lo que consulte ahora pasa entonces al historial; si no, se conserva hasta que cierre el programa.</translation>
    </message>
    <message>
        <source>The proxy wants a user name and password</source>
        <translation>El proxy pide nombre de usuario y contraseña</translation>
    </message>
    <message>
        <source>The way out of this network leads over the proxy %1, which lets nobody through without a user name and a password. None is known.</source>
        <translation>La salida de esta red pasa por el proxy %1, que no deja pasar a nadie sin nombre de usuario y contraseña. No se conoce ninguno.</translation>
    </message>
    <message>
        <source>Enter both in the connection settings, under Network: choose “This one” as the proxy. If you do not know them, ask whoever looks after your network.</source>
        <translation>Escriba ambos en los ajustes de conexión, en Red: elija «Este» como proxy. Si no los conoce, pregunte a quien administra su red.</translation>
    </message>
    <message>
        <source>The proxy refused user name and password</source>
        <translation>El proxy rechazó el nombre de usuario y la contraseña</translation>
    </message>
    <message>
        <source>The proxy %1 did not accept the user name and password that it was given. They are not tried again by themselves, so that your account is not locked.</source>
        <translation>El proxy %1 no aceptó el nombre de usuario y la contraseña que se le dieron. No se vuelven a probar por sí solos, para que su cuenta no se bloquee.</translation>
    </message>
    <message>
        <source>Enter both again in the connection settings, under Network, and save. If they come from this computer&apos;s settings, correct them there and start Linterna again.</source>
        <translation>Escriba ambos de nuevo en los ajustes de conexión, en Red, y guarde. Si vienen de la configuración de esta computadora, corríjalos allí e inicie Linterna de nuevo.</translation>
    </message>
    <message>
        <source>Linterna cannot sign in to this proxy</source>
        <translation>Linterna no puede iniciar sesión en este proxy</translation>
    </message>
    <message>
        <source>The proxy wants a kind of sign-in that cannot be used here (%1). No password was sent.</source>
        <translation>El proxy pide un tipo de inicio de sesión que aquí no se puede usar (%1). No se envió ninguna contraseña.</translation>
    </message>
    <message>
        <source>Ask whoever looks after your network to let this computer through, or to allow Basic or Digest.</source>
        <translation>Pida a quien administra su red que deje pasar a esta computadora o que permita Basic o Digest.</translation>
    </message>
    <message>
        <source>The proxy does not allow this address</source>
        <translation>El proxy no permite esta dirección</translation>
    </message>
    <message>
        <source>The proxy was reached and refuses to lead to the service (%1). No password would change that.</source>
        <translation>Se llegó al proxy, y este se niega a llevar al servicio (%1). Ninguna contraseña cambiaría eso.</translation>
    </message>
    <message>
        <source>Ask whoever looks after your network to allow the addresses of this connection.</source>
        <translation>Pida a quien administra su red que permita las direcciones de esta conexión.</translation>
    </message>
    <message>
        <source>The proxy is not there</source>
        <translation>El proxy no está</translation>
    </message>
    <message>
        <source>The proxy %1 could not be reached: its name was not found, or nothing answers at its port.</source>
        <translation>No se pudo llegar al proxy %1: no se encontró su nombre o nada responde en su puerto.</translation>
    </message>
    <message>
        <source>Check the network connection, and the proxy in the connection settings, under Network.</source>
        <translation>Revise la conexión a la red y el proxy en los ajustes de conexión, en Red.</translation>
    </message>
    <message>
        <source>The proxy hung up</source>
        <translation>El proxy cortó la conexión</translation>
    </message>
    <message>
        <source>What answers at %1 ended the connection, or does not answer as a proxy does.</source>
        <translation>Lo que responde en %1 terminó la conexión o no responde como un proxy.</translation>
    </message>
    <message>
        <source>Check name and port of the proxy in the connection settings, under Network. If they are right, tell whoever looks after your network.</source>
        <translation>Revise el nombre y el puerto del proxy en los ajustes de conexión, en Red. Si son correctos, avise a quien administra su red.</translation>
    </message>
    <message>
        <source>The proxy does not answer</source>
        <translation>El proxy no responde</translation>
    </message>
    <message>
        <source>The proxy %1 said nothing within the time allowed.</source>
        <translation>El proxy %1 no respondió en el tiempo permitido.</translation>
    </message>
    <message>
        <source>Ask again in a few minutes. If it stays so, tell whoever looks after your network.</source>
        <translation>Consulte de nuevo en unos minutos. Si sigue igual, avise a quien administra su red.</translation>
    </message>
    <message>
        <source>The proxy could not reach the service</source>
        <translation>El proxy no pudo llegar al servicio</translation>
    </message>
    <message>
        <source>The proxy was reached, but could not lead to the service (%1).</source>
        <translation>Se llegó al proxy, pero este no pudo llevar al servicio (%1).</translation>
    </message>
    <message>
        <source>The history is in use</source>
        <translation>El historial está en uso</translation>
    </message>
    <message>
        <source>Another program holds the history.</source>
        <translation>Otro programa tiene ocupado el historial.</translation>
    </message>
    <message>
        <source>Close it there, or wait until that program has finished.</source>
        <translation>Ciérrelo allí o espere a que ese programa termine.</translation>
    </message>
    <message>
        <source>Another program holds the history, so it cannot be opened yet. Linterna opens it by itself as soon as that program lets it go. What you look up now goes into it then, and is otherwise kept until the program ends.</source>
        <translation>Otro programa tiene ocupado el historial y todavía no se puede abrir. Linterna lo abre sola en cuanto ese programa lo suelte. Lo que consulte ahora se agrega entonces; si no, se conserva hasta que cierre el programa.</translation>
    </message>
    <message>
        <source>Another program holds the history. Nothing was changed. Try again when it has finished.</source>
        <translation>Otro programa tiene ocupado el historial. No se cambió nada. Vuelva a intentarlo cuando haya terminado.</translation>
    </message>
    <message>
        <source>Sign-in was sent in a way that is refused</source>
        <translation>Se rechazó la forma de enviar las credenciales</translation>
    </message>
    <message>
        <source>The service finds fault with how client ID and secret were sent, not with the two: they may be right. What is saved stays saved.</source>
        <translation>El servicio objeta cómo se enviaron el ID y el secreto de cliente, no los datos mismos: pueden ser correctos. Lo guardado sigue guardado.</translation>
    </message>
    <message>
        <source>In the connection settings, under “Token request”, choose another “Client authentication”; compare the address for access tokens too. Whoever looks after the gateway knows what it expects.</source>
        <translation>En los ajustes de conexión, en «Solicitud de token», elija otra «Autenticación del cliente»; compare también la dirección para los tokens de acceso. Quien administra el gateway sabe qué espera.</translation>
    </message>
</context>
<context>
    <name>linterna::ExportDialog</name>
    <message>
        <source>linterna-complete-%1</source>
        <translation>linterna-completo-%1</translation>
    </message>
    <message>
        <source>linterna-history-masked-%1</source>
        <translation>linterna-historial-oculto-%1</translation>
    </message>
    <message>
        <source>linterna-history-%1</source>
        <translation>linterna-historial-%1</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>JSON Lines files (*.jsonl)</source>
        <translation>Archivos JSON Lines (*.jsonl)</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>Archivos CSV (*.csv)</translation>
    </message>
    <message>
        <source>%1 of %2 checks written</source>
        <translation>%1 de %2 consultas escritas</translation>
    </message>
    <message numerus="yes">
        <source>%Ln check(s) exported to %1</source>
        <translation>
            <numerusform>%Ln consulta exportada a %1</numerusform>
            <numerusform>%Ln consultas exportadas a %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>Detenido. No se escribió nada.</translation>
    </message>
    <message>
        <source>Nothing was exported to %1. Choose another place. (%2)</source>
        <translation>No se exportó nada a %1. Elija otro lugar. (%2)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Export checks</source>
        <translation>Exportar consultas</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Avance de la exportación</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Elegir archivo…</translation>
    </message>
    <message>
        <source>linterna-cases-masked-%1</source>
        <translation>linterna-casos-ocultos-%1</translation>
    </message>
    <message>
        <source>linterna-cases-%1</source>
        <translation>linterna-casos-%1</translation>
    </message>
    <message>
        <source>%1 of %2 cases written</source>
        <translation>%1 de %2 casos escritos</translation>
    </message>
    <message numerus="yes">
        <source>%Ln case(s) exported to %1</source>
        <translation>
            <numerusform>%Ln caso exportado a %1</numerusform>
            <numerusform>%Ln casos exportados a %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Export cases</source>
        <translation>Exportar casos</translation>
    </message>
</context>
<context>
    <name>linterna::ExportForm</name>
    <message>
        <source>Choose at least one column.</source>
        <translation>Elija al menos una columna.</translation>
    </message>
    <message>
        <source>Selected (%1)</source>
        <translation>Seleccionadas (%1)</translation>
    </message>
    <message>
        <source>Listed (%1)</source>
        <translation>En la lista (%1)</translation>
    </message>
    <message>
        <source>All (%1)</source>
        <translation>Todas (%1)</translation>
    </message>
    <message>
        <source>A table to read</source>
        <translation>Tabla para leer</translation>
    </message>
    <message>
        <source>A complete copy</source>
        <translation>Copia completa</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Ambos</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>A la vista</translation>
    </message>
    <message>
        <source>Masked</source>
        <translation>Ocultos</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Consultas</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Propósito</translation>
    </message>
    <message>
        <source>Everything that is kept of each check, so that another desk can import it. Not to be edited: spreadsheets cut long cells.</source>
        <translation>Todo lo que se guarda de cada consulta, para importarlo en otra computadora. No la edite: las hojas de cálculo recortan las celdas largas.</translation>
    </message>
    <message>
        <source>A line for each check, with plain texts.</source>
        <translation>Una línea por consulta, con textos sin formato.</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Status text</source>
        <translation>Texto del estado</translation>
    </message>
    <message>
        <source>Column headings</source>
        <translation>Encabezados de columna</translation>
    </message>
    <message>
        <source>Receipt numbers and names</source>
        <translation>Números de recibo y nombres</translation>
    </message>
    <message>
        <source>EAC••••••3402. Client, note, tags and long texts, which may name somebody, are left out.</source>
        <translation>EAC••••••3402. Se omiten cliente, nota, etiquetas y textos largos, que podrían nombrar a alguien.</translation>
    </message>
    <message>
        <source>As they are. The file is not encrypted: keep it where only you can read it.</source>
        <translation>Tal como están. El archivo no está cifrado: guárdelo donde solo usted pueda leerlo.</translation>
    </message>
    <message>
        <source>all</source>
        <translation>todas</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>CSV for spreadsheets</source>
        <translation>CSV para hojas de cálculo</translation>
    </message>
    <message>
        <source>JSON Lines for programs</source>
        <translation>JSON Lines para programas</translation>
    </message>
    <message>
        <source>In the program’s language</source>
        <translation>En el idioma del programa</translation>
    </message>
    <message>
        <source>Fixed names for programs</source>
        <translation>Nombres fijos para programas</translation>
    </message>
    <message>
        <source>Each case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Each check</source>
        <translation>Consulta</translation>
    </message>
    <message>
        <source>Selected (%1)</source>
        <comment>cases</comment>
        <translation>Seleccionados (%1)</translation>
    </message>
    <message>
        <source>Listed (%1)</source>
        <comment>cases</comment>
        <translation>En la lista (%1)</translation>
    </message>
    <message>
        <source>All (%1)</source>
        <comment>cases</comment>
        <translation>Todos (%1)</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Casos</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected case(s), one line each.</source>
        <translation>
            <numerusform>%Ln caso seleccionado, en una línea.</numerusform>
            <numerusform>%Ln casos seleccionados, una línea por caso.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln listed case(s), one line each.</source>
        <translation>
            <numerusform>%Ln caso en la lista, en una línea.</numerusform>
            <numerusform>%Ln casos en la lista, una línea por caso.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The whole history: %Ln case(s), one line each.</source>
        <translation>
            <numerusform>Todo el historial: %Ln caso, en una línea.</numerusform>
            <numerusform>Todo el historial: %Ln casos, una línea por caso.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The whole history: %Ln check(s).</source>
        <translation>
            <numerusform>Todo el historial: %Ln consulta.</numerusform>
            <numerusform>Todo el historial: %Ln consultas.</numerusform>
        </translation>
    </message>
    <message>
        <source>One line for</source>
        <translation>Una línea por</translation>
    </message>
    <message>
        <source>Every check of the selected cases: %1.</source>
        <translation>Todas las consultas de los casos seleccionados: %1.</translation>
    </message>
    <message>
        <source>Every check of the listed cases: %1.</source>
        <translation>Todas las consultas de los casos en la lista: %1.</translation>
    </message>
    <message>
        <source>The last good answer, and what happened last. For a complete copy: “Each check”.</source>
        <translation>La última respuesta válida y lo último que pasó. Para una copia completa: «Consulta».</translation>
    </message>
</context>
<context>
    <name>linterna::ExportWords</name>
    <message>
        <source>Checked at (UTC)</source>
        <translation>Consultado (UTC)</translation>
    </message>
    <message>
        <source>Receipt number</source>
        <translation>Número de recibo</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formulario</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambio</translation>
    </message>
    <message>
        <source>Status (English)</source>
        <translation>Estado (inglés)</translation>
    </message>
    <message>
        <source>Status (Spanish)</source>
        <translation>Estado (español)</translation>
    </message>
    <message>
        <source>Text (English)</source>
        <translation>Texto (inglés)</translation>
    </message>
    <message>
        <source>Text (Spanish)</source>
        <translation>Texto (español)</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>Presentado</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>Modificado</translation>
    </message>
    <message>
        <source>Timeline (English)</source>
        <translation>Cronología (inglés)</translation>
    </message>
    <message>
        <source>Timeline (Spanish)</source>
        <translation>Cronología (español)</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Conexión</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>Consultado por</translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation>Estado HTTP</translation>
    </message>
    <message>
        <source>Server’s message</source>
        <translation>Mensaje del servidor</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Always kept</source>
        <translation>Conservar siempre</translation>
    </message>
    <message>
        <source>Mended fields</source>
        <translation>Campos reparados</translation>
    </message>
    <message>
        <source>Last checked at (UTC)</source>
        <translation>Última consulta (UTC)</translation>
    </message>
    <message>
        <source>Last outcome</source>
        <translation>Último resultado</translation>
    </message>
    <message>
        <source>Last change (UTC)</source>
        <translation>Último cambio (UTC)</translation>
    </message>
    <message>
        <source>Status as of (UTC)</source>
        <translation>Estado consultado (UTC)</translation>
    </message>
    <message>
        <source>File number</source>
        <translation>Número de expediente</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Asignado a</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Próximo paso</translation>
    </message>
    <message>
        <source>Due date</source>
        <translation>Fecha límite</translation>
    </message>
</context>
<context>
    <name>linterna::FieldWords</name>
    <message>
        <source>An address begins with https:// and has no user name, no “?” and no “#”. Plain http is allowed to this computer only.</source>
        <translation>Una dirección empieza con https:// y no lleva nombre de usuario, ni «?», ni «#». Solo se permite http sin cifrar hacia esta misma computadora.</translation>
    </message>
    <message>
        <source>“%1” cannot be used here: each name once, English letters and digits without spaces, with a value; at most 20. Names that Linterna sets itself, and secrets, do not belong here.</source>
        <translation>«%1» no se puede usar aquí: cada nombre una vez, con letras inglesas y dígitos sin espacios, y con un valor; 20 como máximo. Aquí no van los nombres que pone Linterna ni los secretos.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>How you call this connection. It cannot be changed later: history and keyring go by it.</source>
        <translation>Cómo llama usted a esta conexión. No se puede cambiar después: el historial y el llavero se guían por él.</translation>
    </message>
    <message>
        <source>Office gateway</source>
        <translation>Pasarela de la oficina</translation>
    </message>
    <message>
        <source>A name has 1 to 60 visible characters, and does not look like that of another connection.</source>
        <translation>Un nombre tiene de 1 a 60 caracteres visibles y no se parece al de otra conexión.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>What stands at the other end. It fills in what is known of it.</source>
        <translation>Lo que hay en el otro extremo. Completa lo que se sabe de él.</translation>
    </message>
    <message>
        <source>Choose what stands at the other end.</source>
        <translation>Elija lo que hay en el otro extremo.</translation>
    </message>
    <message>
        <source>Host of the gateway</source>
        <translation>Servidor de la pasarela</translation>
    </message>
    <message>
        <source>The server&apos;s name alone. The addresses are made from it.</source>
        <translation>Solo el nombre del servidor. Con él se forman las direcciones.</translation>
    </message>
    <message>
        <source>Enter the server&apos;s name alone, such as gateway.example.org: no path and no port.</source>
        <translation>Escriba solo el nombre del servidor, por ejemplo gateway.example.org: sin ruta ni puerto.</translation>
    </message>
    <message>
        <source>Address of the gateway</source>
        <translation>Dirección de la pasarela</translation>
    </message>
    <message>
        <source>Everything before “/case-status/…”, as your administrator gave it to you.</source>
        <translation>Todo lo que va antes de «/case-status/…», como se lo dio su administrador.</translation>
    </message>
    <message>
        <source>Address for access tokens</source>
        <translation>Dirección para los tokens de acceso</translation>
    </message>
    <message>
        <source>Client ID and secret are sent here, and nowhere else.</source>
        <translation>El ID y el secreto de cliente se envían aquí, y a ningún otro lugar.</translation>
    </message>
    <message>
        <source>Address of the Case Status API</source>
        <translation>Dirección de la API Case Status</translation>
    </message>
    <message>
        <source>Everything before “/case-status/…”. Receipt numbers are sent here.</source>
        <translation>Todo lo que va antes de «/case-status/…». Aquí se envían los números de recibo.</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>ID de cliente</translation>
    </message>
    <message>
        <source>From the developer portal or your gateway. USCIS calls it Consumer Key.</source>
        <translation>Del portal para desarrolladores o de su pasarela. USCIS lo llama Consumer Key.</translation>
    </message>
    <message>
        <source>Enter the client ID: at most 256 letters, digits and signs without accents, and no spaces at the ends.</source>
        <translation>Escriba el ID de cliente: como máximo 256 letras, dígitos y signos sin acentos, y sin espacios en los extremos.</translation>
    </message>
    <message>
        <source>Client authentication</source>
        <translation>Autenticación del cliente</translation>
    </message>
    <message>
        <source>How client ID and secret are sent. Change it only where your administrator says so.</source>
        <translation>Cómo se envían el ID y el secreto de cliente. Cámbielo solo si su administrador lo indica.</translation>
    </message>
    <message>
        <source>Choose one of the three ways.</source>
        <translation>Elija una de las tres formas.</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Ámbito</translation>
    </message>
    <message>
        <source>Only where the service asks for one. Several: one space between.</source>
        <translation>Solo si el servicio lo pide. Varios: con un espacio entre ellos.</translation>
    </message>
    <message>
        <source>A scope has no accents, quotation marks or backslashes; several have one space between.</source>
        <translation>Un ámbito no lleva acentos, comillas ni barras inversas; entre varios va un espacio.</translation>
    </message>
    <message>
        <source>Validity period of a token</source>
        <translation>Período de validez de un token</translation>
    </message>
    <message>
        <source>In seconds, for gateways that let one ask for it. 0 asks for nothing.</source>
        <translation>En segundos, para las pasarelas que permiten pedirlo. Con 0 no se pide nada.</translation>
    </message>
    <message>
        <source>A whole number of seconds, from 0 to 31,536,000 (a year).</source>
        <translation>Un número entero de segundos, de 0 a 31,536,000 (un año).</translation>
    </message>
    <message>
        <source>Further parameters</source>
        <translation>Otros parámetros</translation>
    </message>
    <message>
        <source>Sent with each token request, such as “audience” or “resource”. No secrets.</source>
        <translation>Se envían con cada solicitud de token, por ejemplo «audience» o «resource». Sin secretos.</translation>
    </message>
    <message>
        <source>Further header fields</source>
        <translation>Otros campos de encabezado</translation>
    </message>
    <message>
        <source>Sent with every request. For a demonstration USCIS gives you a “demo_id”: enter it here, and take it away afterwards.</source>
        <translation>Se envían con cada solicitud. Para una demostración, USCIS le da un «demo_id»: escríbalo aquí y quítelo después.</translation>
    </message>
    <message>
        <source>Requests per second</source>
        <translation>Solicitudes por segundo</translation>
    </message>
    <message>
        <source>Linterna stays a little below. USCIS allows 5 in the sandbox.</source>
        <translation>Linterna se queda un poco por debajo. USCIS permite 5 en el entorno de pruebas.</translation>
    </message>
    <message>
        <source>A number from 0.01 to 100.</source>
        <translation>Un número de 0.01 a 100.</translation>
    </message>
    <message>
        <source>Requests per day</source>
        <translation>Solicitudes por día</translation>
    </message>
    <message>
        <source>0 for no limit.</source>
        <translation>0 si no hay límite.</translation>
    </message>
    <message>
        <source>A whole number from 0 (no limit) to 10,000,000.</source>
        <translation>Un número entero de 0 (sin límite) a 10,000,000.</translation>
    </message>
    <message>
        <source>Time zone of that day</source>
        <translation>Zona horaria de ese día</translation>
    </message>
    <message>
        <source>Where the new day begins. Eastern Time is America/New_York.</source>
        <translation>Donde empieza el día nuevo. La hora del Este es America/New_York.</translation>
    </message>
    <message>
        <source>Enter a time zone by continent and city, such as America/New_York.</source>
        <translation>Escriba una zona horaria por continente y ciudad, por ejemplo America/New_York.</translation>
    </message>
    <message>
        <source>Service hours</source>
        <translation>Horario del servicio</translation>
    </message>
    <message>
        <source>Outside these hours Linterna says that the service is closed.</source>
        <translation>Fuera de este horario, Linterna dice que el servicio está cerrado.</translation>
    </message>
    <message>
        <source>Choose at least one day, an opening and a later closing time (such as 07:00 and 20:00), and a time zone such as America/New_York.</source>
        <translation>Elija al menos un día, una hora de apertura y una de cierre posterior (por ejemplo 07:00 y 20:00), y una zona horaria como America/New_York.</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>The way to the network. This computer itself is always reached directly.</source>
        <translation>El camino a la red. A esta misma computadora siempre se llega directamente.</translation>
    </message>
    <message>
        <source>Enter the proxy as name and port, such as proxy.example.org:3128. User name and password do not belong here: they have entries of their own, and the password goes into the keyring.</source>
        <translation>Escriba el proxy como nombre y puerto, por ejemplo proxy.example.org:3128. El nombre de usuario y la contraseña no van aquí: tienen sus propios campos, y la contraseña va al llavero.</translation>
    </message>
    <message>
        <source>Additional certificate authority</source>
        <translation>Autoridad de certificación adicional</translation>
    </message>
    <message>
        <source>For a gateway with a certificate of your own organization. Checking is never switched off.</source>
        <translation>Para una pasarela con un certificado de su propia organización. La verificación nunca se desactiva.</translation>
    </message>
    <message>
        <source>Choose a certificate file on this computer.</source>
        <translation>Elija un archivo de certificado de esta computadora.</translation>
    </message>
    <message>
        <source>USCIS names the addresses in its approval letter: compare. Client ID and secret are sent here.</source>
        <translation>USCIS indica las direcciones en su carta de aprobación: compárelas. El ID y el secreto de cliente se envían aquí.</translation>
    </message>
    <message>
        <source>From the approval letter too: everything before “/case-status/…”. Receipt numbers are sent here.</source>
        <translation>También de la carta de aprobación: todo lo que va antes de «/case-status/…». Aquí se envían los números de recibo.</translation>
    </message>
    <message>
        <source>From developer.uscis.gov, of the approved application. USCIS calls it Consumer Key.</source>
        <translation>De developer.uscis.gov, de la aplicación aprobada. USCIS lo llama Consumer Key.</translation>
    </message>
    <message>
        <source>From your own registration at developer.uscis.gov. USCIS calls it Consumer Key.</source>
        <translation>De su propio registro en developer.uscis.gov. USCIS lo llama Consumer Key.</translation>
    </message>
    <message>
        <source>WSO2 calls it Consumer Key.</source>
        <translation>WSO2 lo llama Consumer Key.</translation>
    </message>
    <message>
        <source>Your organization&apos;s IBM Security Verify, which gives the tokens.</source>
        <translation>El IBM Security Verify de su organización, que da los tokens.</translation>
    </message>
    <message>
        <source>USCIS sandbox</source>
        <translation>USCIS, entorno de pruebas</translation>
    </message>
    <message>
        <source>USCIS production</source>
        <translation>USCIS, producción</translation>
    </message>
    <message>
        <source>WSO2 API Manager 4</source>
        <translation>WSO2 API Manager 4</translation>
    </message>
    <message>
        <source>WSO2 API Manager 2 or 3</source>
        <translation>WSO2 API Manager 2 o 3</translation>
    </message>
    <message>
        <source>IBM Security Verify (API client)</source>
        <translation>IBM Security Verify (cliente de API)</translation>
    </message>
    <message>
        <source>IBM Security Verify (OIDC application)</source>
        <translation>IBM Security Verify (aplicación OIDC)</translation>
    </message>
    <message>
        <source>IBM Security Verify (newer address)</source>
        <translation>IBM Security Verify (dirección más nueva)</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Otra</translation>
    </message>
    <message>
        <source>Host of the tenant</source>
        <translation>Servidor del inquilino (tenant)</translation>
    </message>
    <message>
        <source>In the request&apos;s body (USCIS, IBM)</source>
        <translation>En el cuerpo de la solicitud (USCIS, IBM)</translation>
    </message>
    <message>
        <source>HTTP Basic, as they are (WSO2)</source>
        <translation>HTTP Basic, tal cual (WSO2)</translation>
    </message>
    <message>
        <source>HTTP Basic, form-encoded (RFC 6749)</source>
        <translation>HTTP Basic, codificados como formulario (RFC 6749)</translation>
    </message>
    <message>
        <source>Kept for your own checks</source>
        <translation>Reservadas para sus consultas</translation>
    </message>
    <message>
        <source>Long lists stop when only so many of the day&apos;s requests are left; at most half of them.</source>
        <translation>Las listas largas se detienen cuando solo quedan tantas solicitudes del día; como máximo, la mitad.</translation>
    </message>
    <message>
        <source>A whole number from 0 to 10,000,000.</source>
        <translation>Un número entero de 0 a 10,000,000.</translation>
    </message>
    <message>
        <source>User name for the proxy</source>
        <translation>Nombre de usuario para el proxy</translation>
    </message>
    <message>
        <source>Only where the proxy asks for one. A Windows account as OFFICE\name.</source>
        <translation>Solo si el proxy lo pide. Una cuenta de Windows, como OFICINA\nombre.</translation>
    </message>
    <message>
        <source>A user name has at most 256 visible characters, no colon, and no spaces at its ends.</source>
        <translation>Un nombre de usuario tiene como máximo 256 caracteres visibles, sin dos puntos y sin espacios en los extremos.</translation>
    </message>
</context>
<context>
    <name>linterna::FileControl</name>
    <message>
        <source>The system&apos;s own alone</source>
        <translation>Solo las del sistema</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Choose a certificate file</source>
        <translation>Elegir un archivo de certificado</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Clear the certificate file</source>
        <translation>Borrar el archivo de certificado</translation>
    </message>
</context>
<context>
    <name>linterna::FileNotice</name>
    <message>
        <source>%1 was damaged.</source>
        <translation>%1 estaba dañado.</translation>
    </message>
    <message>
        <source>%1 was empty.</source>
        <translation>%1 estaba vacío.</translation>
    </message>
    <message>
        <source>In place of %1 there was a folder.</source>
        <translation>En lugar de %1 había una carpeta.</translation>
    </message>
    <message>
        <source>%1 could not be read and is left as it is.</source>
        <translation>%1 no se pudo leer y queda como está.</translation>
    </message>
    <message>
        <source>%1 is gone.</source>
        <translation>%1 ya no está.</translation>
    </message>
    <message>
        <source>It is kept as %1.</source>
        <translation>Se conserva como %1.</translation>
    </message>
    <message>
        <source>Language, columns and the connection in use are as at the first start: choose them anew.</source>
        <translation>El idioma, las columnas y la conexión en uso quedan como en el primer inicio: elíjalos de nuevo.</translation>
    </message>
    <message>
        <source>It holds what you chose about privacy, which the settings hold too.</source>
        <translation>Contiene lo que usted eligió sobre la privacidad, que también está en los ajustes.</translation>
    </message>
    <message>
        <source>Your connections are missing: import them or enter them again with Connection, Settings. Client secrets stay in the keyring.</source>
        <translation>Faltan sus conexiones: impórtelas o escríbalas de nuevo en Conexión, Ajustes. Los secretos de cliente siguen en el llavero.</translation>
    </message>
    <message>
        <source>Today&apos;s requests are counted from 0 again, so the service may say sooner than Linterna that they are used up.</source>
        <translation>Las solicitudes de hoy se cuentan otra vez desde 0: el servicio puede decir antes que Linterna que se agotaron.</translation>
    </message>
    <message>
        <source>The history cannot be opened without it. Put a copy of this file in its place, then try again.</source>
        <translation>Sin él no se puede abrir el historial. Ponga una copia de este archivo en su lugar y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>A new history is begun. If you have a copy of the file, close Linterna and put it in its place; if you have a backup, choose File, Restore a backup.</source>
        <translation>Se empieza un historial nuevo. Si tiene una copia del archivo, cierre Linterna y póngala en su lugar; si tiene una copia de seguridad, elija Archivo, Restaurar una copia de seguridad.</translation>
    </message>
    <message>
        <source>Choose how to keep it…</source>
        <translation>Elegir cómo conservarlo…</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>Cerrar este aviso</translation>
    </message>
    <message>
        <source>It is not known any more whether a history may be kept on this computer. Nothing is kept until you choose.</source>
        <translation>Ya no se sabe si se puede conservar un historial en esta computadora. No se conserva nada hasta que usted elija.</translation>
    </message>
    <message>
        <source>What you chose about privacy stays as it was.</source>
        <translation>Lo que usted eligió sobre la privacidad queda como estaba.</translation>
    </message>
</context>
<context>
    <name>linterna::FilterChips</name>
    <message>
        <source>Remove filter: %1</source>
        <translation>Quitar filtro: %1</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Quitar todo</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln más</numerusform>
            <numerusform>%Ln más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linterna::FilterPanel</name>
    <message>
        <source>At any time</source>
        <translation>En cualquier momento</translation>
    </message>
    <message>
        <source>since a day…</source>
        <translation>desde un día…</translation>
    </message>
    <message>
        <source>No matter</source>
        <translation>No importa</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) or more</source>
        <translation>
            <numerusform>%n día o más</numerusform>
            <numerusform>%n días o más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln case(s)</source>
        <translation>
            <numerusform>Mostrar %Ln caso</numerusform>
            <numerusform>Mostrar %Ln casos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln check(s)</source>
        <translation>
            <numerusform>Mostrar %Ln consulta</numerusform>
            <numerusform>Mostrar %Ln consultas</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>Filtros guardados</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formulario</translation>
    </message>
    <message>
        <source>Any form</source>
        <translation>Cualquier formulario</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>Any tag</source>
        <translation>Cualquier etiqueta</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Cambió</translation>
    </message>
    <message>
        <source>Changed since</source>
        <translation>Cambió desde</translation>
    </message>
    <message>
        <source>Without a good answer for</source>
        <translation>Sin respuesta válida desde hace</translation>
    </message>
    <message>
        <source>The last check got no answer</source>
        <translation>La última consulta no tuvo respuesta</translation>
    </message>
    <message>
        <source>Got no answer</source>
        <translation>No tuvo respuesta</translation>
    </message>
    <message>
        <source>Last checked since</source>
        <translation>Última consulta desde</translation>
    </message>
    <message>
        <source>Checked since</source>
        <translation>Consultado desde</translation>
    </message>
    <message>
        <source>Last checked until</source>
        <translation>Última consulta hasta</translation>
    </message>
    <message>
        <source>Checked until</source>
        <translation>Consultado hasta</translation>
    </message>
    <message>
        <source>Save this filter…</source>
        <translation>Guardar este filtro…</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Quitar todo</translation>
    </message>
    <message>
        <source>another number of days…</source>
        <translation>otra cantidad de días…</translation>
    </message>
    <message numerus="yes">
        <source>day(s) or more</source>
        <comment>after the number</comment>
        <translation>
            <numerusform>día o más</numerusform>
            <numerusform>días o más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linterna::FilterWords</name>
    <message>
        <source>Checked until %1</source>
        <comment>a day</comment>
        <translation>Consultado hasta el %1</translation>
    </message>
    <message>
        <source>Checked since %1</source>
        <comment>a day</comment>
        <translation>Consultado desde el %1</translation>
    </message>
    <message>
        <source>Checked %1</source>
        <comment>a day</comment>
        <translation>Consultado el %1</translation>
    </message>
    <message>
        <source>Checked %1 to %2</source>
        <comment>days</comment>
        <translation>Consultado del %1 al %2</translation>
    </message>
    <message>
        <source> or </source>
        <translation> o </translation>
    </message>
    <message>
        <source>No form</source>
        <translation>Sin formulario</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hoy</translation>
    </message>
    <message numerus="yes">
        <source>the last %n day(s)</source>
        <translation>
            <numerusform>el último día</numerusform>
            <numerusform>los últimos %n días</numerusform>
        </translation>
    </message>
    <message>
        <source>Tag: %1</source>
        <translation>Etiqueta: %1</translation>
    </message>
    <message>
        <source>Changed since %1</source>
        <comment>a day</comment>
        <translation>Cambió desde el %1</translation>
    </message>
    <message>
        <source>Changed %1</source>
        <comment>today</comment>
        <translation>Cambió %1</translation>
    </message>
    <message>
        <source>Changed in %1</source>
        <comment>the last 7 days</comment>
        <translation>Cambió en %1</translation>
    </message>
    <message>
        <source>Last check got no answer</source>
        <translation>Última consulta sin respuesta</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Sin respuesta</translation>
    </message>
    <message numerus="yes">
        <source>Not confirmed for %n day(s)</source>
        <translation>
            <numerusform>Sin confirmar desde hace %n día</numerusform>
            <numerusform>Sin confirmar desde hace %n días</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linterna::FirstSteps</name>
    <message>
        <source>Find your client ID and client secret</source>
        <translation>Busque su ID y su secreto de cliente</translation>
    </message>
    <message>
        <source>Sign in at developer.uscis.gov, choose Apps and open your organization&apos;s app. Under Credentials, the eye beside each value shows it. The portal also calls them Consumer Key and Consumer Secret. The app must have the product “Case Status API”.</source>
        <translation>Inicie sesión en developer.uscis.gov, elija «Apps» y abra la aplicación de su organización. En «Credentials», el ojo junto a cada valor lo muestra. El portal también los llama «Consumer Key» y «Consumer Secret». La aplicación debe tener el producto «Case Status API».</translation>
    </message>
    <message>
        <source>Open developer.uscis.gov…</source>
        <translation>Abrir developer.uscis.gov…</translation>
    </message>
    <message>
        <source>Enter both in the connection</source>
        <translation>Escriba ambos en la conexión</translation>
    </message>
    <message>
        <source>Set up the connection…</source>
        <translation>Configurar la conexión…</translation>
    </message>
    <message>
        <source>Look up a published receipt number</source>
        <translation>Consulte un número de recibo publicado</translation>
    </message>
    <message>
        <source>USCIS publishes receipt numbers for the sandbox that are nobody&apos;s case, for example %1. They are offered here as soon as the connection is saved.</source>
        <translation>USCIS publica para el entorno de pruebas números de recibo que no son de nadie, por ejemplo %1. Se ofrecen aquí en cuanto se guarda la conexión.</translation>
    </message>
    <message>
        <source>Does your organization have a gateway of its own? Whoever looks after it gives you the client ID, the client secret and perhaps a connection file to import.</source>
        <translation>¿Su organización tiene una pasarela propia? Quien la administra le da el ID y el secreto de cliente, y quizá un archivo de conexión para importar.</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Paso %1 de %2: %3</translation>
    </message>
    <message>
        <source>New keys open the sandbox: the same service with invented cases, for trying, Monday to Friday from 7 AM to 8 PM Eastern. USCIS gives keys for real cases after a demonstration; they go into a new connection of the kind “USCIS production”. The client secret is kept in this computer&apos;s keyring.</source>
        <translation>Las claves nuevas abren el entorno de pruebas (sandbox): el mismo servicio con casos inventados, para probar, de lunes a viernes de 7 AM a 8 PM, hora del Este. USCIS da las claves para casos reales después de una demostración; esas van en una conexión nueva del tipo «USCIS, producción». El secreto de cliente se guarda en el llavero de esta computadora.</translation>
    </message>
</context>
<context>
    <name>linterna::FolderWords</name>
    <message>
        <source>Everybody who uses this computer can write to %1, and so change what Linterna shows and keeps. Take that right away (in a terminal: chmod o-w), or ask whoever looks after this computer.</source>
        <translation>Todas las personas que usan esta computadora pueden escribir en %1 y así cambiar lo que Linterna muestra y guarda. Quite ese permiso (en una terminal: chmod o-w) o consulte a quien administra esta computadora.</translation>
    </message>
    <message>
        <source>The group “%2” can write to %1, and so change what Linterna shows and keeps. Take that right away (in a terminal: chmod g-w), or ask whoever looks after this computer.</source>
        <translation>El grupo «%2» puede escribir en %1 y así cambiar lo que Linterna muestra y guarda. Quite ese permiso (en una terminal: chmod g-w) o consulte a quien administra esta computadora.</translation>
    </message>
    <message>
        <source>%1 belongs to the user “%2”, who can change what Linterna shows and keeps. Start Linterna with a folder of your own (--data-dir), or ask whoever looks after this computer.</source>
        <translation>%1 pertenece al usuario «%2», que puede cambiar lo que Linterna muestra y guarda. Inicie Linterna con una carpeta propia (--data-dir) o consulte a quien administra esta computadora.</translation>
    </message>
</context>
<context>
    <name>linterna::FormSection</name>
    <message>
        <source>secret in the body</source>
        <translation>secreto en el cuerpo</translation>
    </message>
    <message>
        <source>HTTP Basic</source>
        <translation>HTTP Basic</translation>
    </message>
    <message>
        <source>scope %1</source>
        <translation>ámbito %1</translation>
    </message>
    <message numerus="yes">
        <source>%n parameter(s)</source>
        <translation>
            <numerusform>%n parámetro</numerusform>
            <numerusform>%n parámetros</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>%1 per second</source>
        <translation>%1 por segundo</translation>
    </message>
    <message>
        <source>no daily limit</source>
        <translation>sin límite diario</translation>
    </message>
    <message>
        <source>%1 per day</source>
        <translation>%1 por día</translation>
    </message>
    <message>
        <source>no proxy</source>
        <translation>sin proxy</translation>
    </message>
    <message>
        <source>as the system</source>
        <translation>como el sistema</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Direcciones</translation>
    </message>
    <message>
        <source>Token request</source>
        <translation>Solicitud de token</translation>
    </message>
    <message>
        <source>Further header fields</source>
        <translation>Otros campos de encabezado</translation>
    </message>
    <message>
        <source>Limits and hours</source>
        <translation>Límites y horario</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
</context>
<context>
    <name>linterna::HeadlessRecord</name>
    <message>
        <source>The history has a passphrase, and what came from standard input is another one.</source>
        <translation>El historial tiene una frase de contraseña, y la que llegó por la entrada estándar es otra.</translation>
    </message>
    <message>
        <source>This computer has no keyring. In the window, choose File, How the history is kept first.</source>
        <translation>Esta computadora no tiene llavero. Elija antes en la ventana Archivo, Cómo se guarda el historial.</translation>
    </message>
    <message>
        <source>Another program holds the history. The import goes on when that lets it go.</source>
        <translation>Otro programa tiene ocupado el historial. La importación sigue en cuanto lo suelte.</translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation>no es un archivo</translation>
    </message>
    <message>
        <source>It was chosen that nothing is kept on this computer. In the window, choose File, How the history is kept first.</source>
        <translation>Se eligió no guardar nada en esta computadora. Elija antes en la ventana Archivo, Cómo se guarda el historial.</translation>
    </message>
    <message>
        <source>Choose in the window, with File, Review differences.</source>
        <translation>Elija en la ventana, con Archivo, Revisar diferencias.</translation>
    </message>
</context>
<context>
    <name>linterna::HiddenWords</name>
    <message>
        <source>a space</source>
        <translation>un espacio</translation>
    </message>
    <message>
        <source>a tab</source>
        <translation>una tabulación</translation>
    </message>
    <message>
        <source>a line break</source>
        <translation>un salto de línea</translation>
    </message>
    <message>
        <source>a no-break space (%1)</source>
        <translation>un espacio de no separación (%1)</translation>
    </message>
    <message>
        <source>a byte order mark (%1)</source>
        <translation>una marca de orden de bytes (%1)</translation>
    </message>
    <message>
        <source>a zero-width character (%1)</source>
        <translation>un carácter de ancho cero (%1)</translation>
    </message>
    <message>
        <source>a soft hyphen (%1)</source>
        <translation>un guion opcional (%1)</translation>
    </message>
    <message>
        <source>a character that turns the writing direction (%1)</source>
        <translation>un carácter que cambia la dirección de la escritura (%1)</translation>
    </message>
    <message>
        <source>a character that was lost on the way from another encoding (%1)</source>
        <translation>un carácter que se perdió al venir de otra codificación (%1)</translation>
    </message>
    <message>
        <source>an invisible character (%1)</source>
        <translation>un carácter invisible (%1)</translation>
    </message>
    <message>
        <source>At the start stands %1, which nobody sees and the server would refuse. Take it out.</source>
        <translation>Al principio hay %1, que nadie ve y que el servidor rechazaría. Quítelo.</translation>
    </message>
    <message>
        <source>At the end stands %1, which nobody sees and the server would refuse. Take it out.</source>
        <translation>Al final hay %1, que nadie ve y que el servidor rechazaría. Quítelo.</translation>
    </message>
    <message>
        <source>As character %1 stands %2, which nobody sees and the server would refuse. Take it out.</source>
        <translation>El carácter %1 es %2, que nadie ve y que el servidor rechazaría. Quítelo.</translation>
    </message>
</context>
<context>
    <name>linterna::HoursControl</name>
    <message>
        <source>Always open, or not known</source>
        <translation>Siempre abierto, o no se sabe</translation>
    </message>
    <message>
        <source>Open at these hours only</source>
        <translation>Abierto solo en este horario</translation>
    </message>
    <message>
        <source>Opens</source>
        <translation>Abre</translation>
    </message>
    <message>
        <source>Closes</source>
        <translation>Cierra</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zona horaria</translation>
    </message>
    <message>
        <source>Time zone of the service hours</source>
        <translation>Zona horaria del horario del servicio</translation>
    </message>
</context>
<context>
    <name>linterna::HoursText</name>
    <message>
        <source>closed, opens %1</source>
        <translation>cerrado, abre %1</translation>
    </message>
    <message>
        <source>open until %1</source>
        <comment>a time of today</comment>
        <translation>abierto hasta las %1</translation>
    </message>
    <message>
        <source>open until %1</source>
        <comment>tomorrow and a time</comment>
        <translation>abierto hasta %1</translation>
    </message>
    <message>
        <source>%1 your time</source>
        <comment>service hours</comment>
        <translation>%1 (hora local)</translation>
    </message>
</context>
<context>
    <name>linterna::ImportHistory</name>
    <message>
        <source>%1 is damaged in row %2: %3. Export it again at the other desk.</source>
        <translation>%1 está dañado en la fila %2: %3. Expórtelo de nuevo en la otra computadora.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>No se puede leer %1: %2</translation>
    </message>
    <message>
        <source>There is nothing in %1.</source>
        <translation>No hay nada en %1.</translation>
    </message>
    <message>
        <source>%1 is a table to read and does not hold all of each check. Export “A complete copy” at the other desk, and import that.</source>
        <translation>%1 es una tabla para leer y no contiene todo de cada consulta. Exporte «Copia completa» en la otra computadora e impórtela.</translation>
    </message>
    <message>
        <source>%1 is no copy of checks: “%2” is missing. Export “A complete copy” at the other desk, and import that.</source>
        <translation>%1 no es una copia de consultas: falta «%2». Exporte «Copia completa» en la otra computadora e impórtela.</translation>
    </message>
    <message>
        <source>the table is broken</source>
        <translation>la tabla está dañada</translation>
    </message>
    <message>
        <source>a check is cut off, as spreadsheets do when they save long cells</source>
        <translation>una consulta está recortada, como hacen las hojas de cálculo al guardar celdas largas</translation>
    </message>
    <message>
        <source>“%1” does not hold what it should</source>
        <translation>«%1» no contiene lo que debería</translation>
    </message>
    <message>
        <source>a check is longer than any can be</source>
        <translation>una consulta es más larga de lo posible</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of Linterna. Update this one first.</source>
        <translation>%1 se escribió con una versión más nueva de Linterna. Actualice primero esta.</translation>
    </message>
    <message>
        <source>Import checks</source>
        <translation>Importar consultas</translation>
    </message>
    <message>
        <source>Exported checks (*.csv *.jsonl)</source>
        <translation>Consultas exportadas (*.csv *.jsonl)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Importing checks</source>
        <translation>Importando consultas</translation>
    </message>
    <message>
        <source>Reading %1. All of it is taken in, or nothing.</source>
        <translation>Leyendo %1. Se importa todo o nada.</translation>
    </message>
    <message>
        <source>Stop importing</source>
        <translation>Detener la importación</translation>
    </message>
    <message>
        <source>Nothing was imported</source>
        <translation>No se importó nada</translation>
    </message>
    <message numerus="yes">
        <source>%Ln check(s) were taken in.</source>
        <translation>
            <numerusform>Se importó %Ln consulta.</numerusform>
            <numerusform>Se importaron %Ln consultas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s) held a quotation mark in the wrong place and were read as spreadsheets read them: line %1.</source>
        <translation>
            <numerusform>%Ln celda tenía comillas fuera de lugar y se leyó como la leen las hojas de cálculo: línea %1.</numerusform>
            <numerusform>%Ln celdas tenían comillas fuera de lugar y se leyeron como las leen las hojas de cálculo: líneas %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln check(s) could not be read where the copy was made and are not in it.</source>
        <translation>
            <numerusform>%Ln consulta no se podía leer donde se hizo la copia y no está en ella.</numerusform>
            <numerusform>%Ln consultas no se podían leer donde se hizo la copia y no están en ella.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not read, because this program does not know them: %1.</source>
        <translation>No se leyó, porque este programa no lo conoce: %1.</translation>
    </message>
    <message>
        <source>The checks are here</source>
        <translation>Las consultas están aquí</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>No se cambió nada.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln check(s) read</source>
        <translation>
            <numerusform>%Ln consulta leída</numerusform>
            <numerusform>%Ln consultas leídas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 holds several exports, the second from row %2 on. Import each from a file of its own.</source>
        <translation>%1 contiene varias exportaciones, la segunda desde la fila %2. Importe cada una desde su propio archivo.</translation>
    </message>
    <message>
        <source>what stands there was changed after it was exported</source>
        <translation>lo que dice se cambió después de exportarlo</translation>
    </message>
    <message>
        <source>%1 was changed after it was exported. Export it again at the other desk.</source>
        <translation>%1 se cambió después de exportarlo. Expórtelo de nuevo en la otra computadora.</translation>
    </message>
    <message>
        <source>No check in it is new; the other changes were taken in.</source>
        <translation>No trae consultas nuevas; los demás cambios se importaron.</translation>
    </message>
    <message>
        <source>Nothing in it is new.</source>
        <translation>No trae nada nuevo.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln check(s) had been here before.</source>
        <translation>
            <numerusform>%Ln consulta ya constaba aquí.</numerusform>
            <numerusform>%Ln consultas ya constaban aquí.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(s) contradict what is here and were left out.</source>
        <translation>
            <numerusform>%Ln entrada contradice lo que hay aquí y se dejó fuera.</numerusform>
            <numerusform>%Ln entradas contradicen lo que hay aquí y se dejaron fuera.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln field(s) have different values and wait for your choice.</source>
        <translation>
            <numerusform>%Ln campo tiene valores diferentes y espera su elección.</numerusform>
            <numerusform>%Ln campos tienen valores diferentes y esperan su elección.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln deletion(s) of another desk wait for your answer.</source>
        <translation>
            <numerusform>%Ln eliminación de otra computadora espera su respuesta.</numerusform>
            <numerusform>%Ln eliminaciones de otra computadora esperan su respuesta.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file %1 is not encrypted. Delete it when you no longer need it.</source>
        <translation>El archivo %1 no está cifrado. Elimínelo cuando ya no lo necesite.</translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>Nada nuevo</translation>
    </message>
    <message>
        <source>Review differences…</source>
        <translation>Revisar diferencias…</translation>
    </message>
</context>
<context>
    <name>linterna::ImportWords</name>
    <message>
        <source>%1: secrets do not belong in a connection file. Take it out of the file; each person enters the client secret on their own desk.</source>
        <translation>%1: los secretos no van en un archivo de conexión. Quítelo del archivo; cada persona escribe el secreto de cliente en su propio equipo.</translation>
    </message>
    <message>
        <source>%1: there is no such field. Perhaps it is misspelled.</source>
        <translation>%1: ese campo no existe. Quizá esté mal escrito.</translation>
    </message>
    <message>
        <source>It is larger than 64 kB, which no connection file is.</source>
        <translation>Ocupa más de 64 kB, y ningún archivo de conexión es tan grande.</translation>
    </message>
    <message>
        <source>It is no JSON: line %1 cannot be read.</source>
        <translation>No es JSON: no se puede leer la línea %1.</translation>
    </message>
    <message>
        <source>It holds no connection: one begins with “{” and its fields.</source>
        <translation>No contiene una conexión: esta empieza con «{» y sus campos.</translation>
    </message>
    <message>
        <source>Its name is that of a built-in connection, or looks like it. Give it another name in the file.</source>
        <translation>Su nombre es el de una conexión incorporada, o se le parece. Póngale otro nombre en el archivo.</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) cannot stay as they are:</source>
        <translation>
            <numerusform>%n campo no puede quedar como está:</numerusform>
            <numerusform>%n campos no pueden quedar como están:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… y %n más</numerusform>
            <numerusform>… y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Access tokens from</source>
        <translation>Tokens de acceso de</translation>
    </message>
    <message>
        <source>Case status from</source>
        <translation>Estado del caso de</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>ID de cliente</translation>
    </message>
    <message>
        <source>to be entered afterwards</source>
        <translation>se escribe después</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>Credenciales</translation>
    </message>
    <message>
        <source>Further header fields</source>
        <translation>Otros campos de encabezado</translation>
    </message>
    <message>
        <source>Further parameters</source>
        <translation>Otros parámetros</translation>
    </message>
    <message>
        <source>Trusts the certificate in</source>
        <translation>Confía en el certificado de</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>%1, as %2</source>
        <comment>a proxy, and the user name there</comment>
        <translation>%1, como %2</translation>
    </message>
    <message>
        <source>It is written as UTF-16, which Windows calls “Unicode”. Save it as UTF-8.</source>
        <translation>Está escrito en UTF-16, que Windows llama «Unicode». Guárdelo como UTF-8.</translation>
    </message>
    <message>
        <source>It is not written as UTF-8. Save it as UTF-8.</source>
        <translation>No está escrito en UTF-8. Guárdelo como UTF-8.</translation>
    </message>
    <message>
        <source>It is no JSON to the letter: a line break or a tab stands inside a text, say.</source>
        <translation>No es JSON al pie de la letra: por ejemplo, hay un salto de línea o una tabulación dentro de un texto.</translation>
    </message>
    <message>
        <source>%1 stands there twice. Take out the one that does not count.</source>
        <translation>%1 aparece dos veces. Quite la que no vale.</translation>
    </message>
    <message>
        <source>Its name looks like “%1”, which is here already. Give it the same name to replace that one, or quite another.</source>
        <translation>Su nombre se parece a «%1», que ya está aquí. Póngale el mismo nombre para reemplazarla, o uno muy distinto.</translation>
    </message>
    <message>
        <source>It would be sent as %1. If that is meant, write it so.</source>
        <translation>Se enviaría como %1. Si eso es lo que se quiere, escríbala así.</translation>
    </message>
</context>
<context>
    <name>linterna::KeeperWords</name>
    <message>
        <source>Whether one is stored is not known: %1</source>
        <translation>No se sabe si hay uno guardado: %1</translation>
    </message>
    <message>
        <source>Stored in the keyring. Leave it empty to keep it.</source>
        <translation>Está en el llavero. Deje el campo vacío para conservar lo guardado.</translation>
    </message>
    <message>
        <source>Kept until the program ends. Leave it empty to keep it.</source>
        <translation>Se guarda hasta que termine el programa. Deje el campo vacío para conservar lo guardado.</translation>
    </message>
    <message>
        <source>None stored yet. It is kept in the keyring, and nowhere else.</source>
        <translation>Aún no hay nada guardado. Se guarda en el llavero y en ningún otro lugar.</translation>
    </message>
    <message>
        <source>Stopped waiting. The connection is saved, its client secret may not be.</source>
        <translation>Se dejó de esperar. La conexión está guardada; su secreto de cliente quizá no.</translation>
    </message>
    <message>
        <source>Stopped waiting. Nothing was saved.</source>
        <translation>Se dejó de esperar. No se guardó nada.</translation>
    </message>
    <message>
        <source>Nothing was saved: the client secret for the earlier servers could not be removed. %1</source>
        <translation>No se guardó nada: no se pudo quitar el secreto de cliente de los servidores anteriores. %1</translation>
    </message>
    <message>
        <source>Nothing was saved. %1 (%2)</source>
        <translation>No se guardó nada. %1 (%2)</translation>
    </message>
    <message>
        <source>The connection is saved, its client secret is not. %1</source>
        <translation>La conexión está guardada; su secreto de cliente, no. %1</translation>
    </message>
    <message>
        <source>“%1” is reset, and its client secret is removed.</source>
        <translation>«%1» se restableció y su secreto de cliente se quitó.</translation>
    </message>
    <message>
        <source>“%1” and its client secret are removed.</source>
        <translation>«%1» y su secreto de cliente se quitaron.</translation>
    </message>
    <message>
        <source>“%1” is reset, but its client secret may still be in the keyring. %2 To remove it, open the keyring, then reset it once more.</source>
        <translation>«%1» se restableció, pero su secreto de cliente quizá siga en el llavero. %2 Para quitarlo, abra el llavero y restablezca la conexión otra vez.</translation>
    </message>
    <message>
        <source>“%1” is removed, but its client secret may still be in the keyring. %2 Linterna will not use it. To remove it, open the keyring and delete the entry “linterna” of that name there.</source>
        <translation>«%1» se quitó, pero su secreto de cliente quizá siga en el llavero. %2 Linterna no lo usará. Para quitarlo, abra el llavero y elimine allí la entrada «linterna» de ese nombre.</translation>
    </message>
    <message>
        <source>The addresses of “%1” now lead to other servers. The client secret that is stored was given for the earlier ones: it is not sent to the new ones, and is removed from the keyring when you save.</source>
        <translation>Las direcciones de «%1» llevan ahora a otros servidores. El secreto de cliente guardado se dio para los anteriores: no se envía a los nuevos, y se quita del llavero al guardar.</translation>
    </message>
    <message>
        <source>The connection is saved, the password for its proxy is not. %1</source>
        <translation>La conexión está guardada, pero no la contraseña para su proxy. %1</translation>
    </message>
</context>
<context>
    <name>linterna::LanguageSwitch</name>
    <message>
        <source>Program and status text in English</source>
        <translation>Programa y estado en inglés</translation>
    </message>
    <message>
        <source>Program and status text in Spanish</source>
        <translation>Programa y estado en español</translation>
    </message>
</context>
<context>
    <name>linterna::LinkConfirmation</name>
    <message>
        <source>Open this link?</source>
        <translation>¿Abrir este enlace?</translation>
    </message>
    <message>
        <source>This link leaves Linterna and opens in your browser:</source>
        <translation>Este enlace sale de Linterna y se abre en su navegador:</translation>
    </message>
    <message>
        <source>Address of the link</source>
        <translation>Dirección del enlace</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Copiar dirección</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>Abrir en el navegador</translation>
    </message>
</context>
<context>
    <name>linterna::LinkList</name>
    <message>
        <source>Links in this text</source>
        <translation>Enlaces en este texto</translation>
    </message>
</context>
<context>
    <name>linterna::ListColumns</name>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formulario</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>Last confirmed</source>
        <translation>Última confirmación</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Último cambio</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambio</translation>
    </message>
    <message>
        <source>Last check</source>
        <translation>Última consulta</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Consultado</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Conexión</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>Consultado por</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Lo más reciente primero</translation>
    </message>
    <message>
        <source>Receipt number</source>
        <translation>Número de recibo</translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation>Estado HTTP</translation>
    </message>
</context>
<context>
    <name>linterna::ListFeed</name>
    <message>
        <source>The filters could not be saved. (%1)</source>
        <translation>No se pudieron guardar los filtros. (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln case(s) found</source>
        <translation>
            <numerusform>%Ln caso encontrado</numerusform>
            <numerusform>%Ln casos encontrados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln check(s) found</source>
        <translation>
            <numerusform>%Ln consulta encontrada</numerusform>
            <numerusform>%Ln consultas encontradas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linterna::ListFoot</name>
    <message>
        <source>Go to date…</source>
        <translation>Ir a una fecha…</translation>
    </message>
    <message>
        <source>Export history</source>
        <translation>Exportar historial</translation>
    </message>
    <message>
        <source>The history is still being read: there may be more.</source>
        <translation>Todavía se lee el historial: puede haber más.</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Recientes</translation>
    </message>
    <message>
        <source>First page</source>
        <translation>Primera página</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Posteriores</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Página anterior</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Anteriores</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Página siguiente</translation>
    </message>
    <message>
        <source>%1–%2 of %3</source>
        <translation>%1–%2 de %3</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>Lo más antiguo</translation>
    </message>
</context>
<context>
    <name>linterna::ListHead</name>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Columns, order and height of the rows</source>
        <translation>Columnas, orden y altura de las filas</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>Filter (%1)</source>
        <translation>Filtro (%1)</translation>
    </message>
</context>
<context>
    <name>linterna::ListMessage</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>linterna::ListModel</name>
    <message>
        <source>Cannot be read</source>
        <translation>No se puede leer</translation>
    </message>
    <message>
        <source>Saved with another key, or damaged</source>
        <translation>Guardado con otra clave, o dañado</translation>
    </message>
    <message>
        <source>First answer</source>
        <comment>what a check brought</comment>
        <translation>Primera respuesta</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <comment>what a check brought</comment>
        <translation>Sin cambios</translation>
    </message>
    <message>
        <source>Formatting only</source>
        <comment>what a check brought</comment>
        <translation>Solo el formato</translation>
    </message>
    <message>
        <source>Wording</source>
        <comment>what a check brought</comment>
        <translation>Redacción</translation>
    </message>
    <message>
        <source>Timeline</source>
        <comment>what a check brought</comment>
        <translation>Cronología</translation>
    </message>
    <message>
        <source>Date</source>
        <comment>what a check brought</comment>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Status</source>
        <comment>what a check brought</comment>
        <translation>Estado</translation>
    </message>
    <message>
        <source>List</source>
        <comment>who asked: a list of receipt numbers</comment>
        <translation>Lista</translation>
    </message>
    <message>
        <source>Watch</source>
        <comment>who asked: the program, in its turn</comment>
        <translation>Seguimiento</translation>
    </message>
    <message>
        <source>Person</source>
        <comment>who asked</comment>
        <translation>Persona</translation>
    </message>
    <message>
        <source>No answer %1</source>
        <comment>when</comment>
        <translation>Sin respuesta %1</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Cambió</translation>
    </message>
</context>
<context>
    <name>linterna::ListNote</name>
    <message>
        <source>Bringing your history up to date…</source>
        <translation>Actualizando su historial…</translation>
    </message>
    <message>
        <source>An earlier version of Linterna wrote it. Your cases will be here when this is done. A copy of the old history is kept.</source>
        <translation>Lo escribió una versión anterior de Linterna. Sus casos estarán aquí cuando termine. Se guarda una copia del historial anterior.</translation>
    </message>
    <message>
        <source>No cases yet</source>
        <translation>Todavía no hay casos</translation>
    </message>
    <message>
        <source>No checks yet</source>
        <translation>Todavía no hay consultas</translation>
    </message>
    <message>
        <source>Each receipt number that you check gets a line here, with its last good answer.</source>
        <translation>Cada número de recibo que usted consulte tendrá aquí una línea, con su última respuesta válida.</translation>
    </message>
    <message>
        <source>Every answer, and every question that got none, is kept here.</source>
        <translation>Aquí se guarda cada respuesta, y cada consulta que no la tuvo.</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>No hay coincidencias</translation>
    </message>
    <message>
        <source>Nothing in the history fits the search and the filter.</source>
        <translation>Nada en el historial corresponde a la búsqueda y al filtro.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Quitar el filtro</translation>
    </message>
    <message>
        <source>Reading the history…</source>
        <translation>Leyendo el historial…</translation>
    </message>
    <message>
        <source>What is found appears here.</source>
        <translation>Lo que se encuentre aparecerá aquí.</translation>
    </message>
    <message>
        <source>The list cannot be shown</source>
        <translation>No se puede mostrar la lista</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
</context>
<context>
    <name>linterna::ListSheet</name>
    <message>
        <source>unreadable</source>
        <translation>ilegible</translation>
    </message>
    <message>
        <source>USCIS gave no title</source>
        <translation>USCIS no dio título</translation>
    </message>
    <message>
        <source>first check</source>
        <translation>primera consulta</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>sin cambios</translation>
    </message>
    <message>
        <source>same words</source>
        <translation>mismas palabras</translation>
    </message>
    <message>
        <source>wording</source>
        <translation>redacción</translation>
    </message>
    <message>
        <source>timeline</source>
        <translation>cronología</translation>
    </message>
    <message>
        <source>dates</source>
        <translation>fechas</translation>
    </message>
    <message>
        <source>status</source>
        <translation>estado</translation>
    </message>
    <message>
        <source>Last check %1: %2</source>
        <translation>Última consulta %1: %2</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Casos</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Consultas</translation>
    </message>
    <message>
        <source>%1 of %2, as of %3</source>
        <translation>%1 de %2, al %3</translation>
    </message>
    <message>
        <source>receipt numbers masked, without names</source>
        <translation>números de recibo ocultos, sin nombres</translation>
    </message>
    <message>
        <source>Receipt number</source>
        <translation>Número de recibo</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formulario</translation>
    </message>
    <message>
        <source>Last confirmed</source>
        <translation>Última confirmación</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Consultado</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Cambió</translation>
    </message>
    <message>
        <source>Client or file number</source>
        <translation>Cliente o expediente</translation>
    </message>
</context>
<context>
    <name>linterna::ListTabs</name>
    <message>
        <source>Which list</source>
        <translation>Qué lista</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Casos</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Consultas</translation>
    </message>
    <message>
        <source>One line for each receipt number, with its last good answer</source>
        <translation>Una línea por número de recibo, con su última respuesta válida</translation>
    </message>
    <message>
        <source>Every time that a receipt number was asked, answered or not</source>
        <translation>Cada vez que se consultó un número de recibo, con respuesta o sin ella</translation>
    </message>
</context>
<context>
    <name>linterna::ListView</name>
    <message>
        <source>Cases</source>
        <translation>Casos</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Consultas</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>Check &amp;again</source>
        <translation>Consultar &amp;otra vez</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Imprimir…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportar…</translation>
    </message>
    <message>
        <source>&amp;Delete case…</source>
        <translation>&amp;Eliminar el caso…</translation>
    </message>
    <message>
        <source>&amp;Delete cases…</source>
        <translation>&amp;Eliminar los casos…</translation>
    </message>
    <message>
        <source>Delete everything about this &amp;client…</source>
        <translation>Eliminar todo sobre este &amp;cliente…</translation>
    </message>
    <message>
        <source>&amp;Show all its checks</source>
        <translation>&amp;Mostrar todas sus consultas</translation>
    </message>
</context>
<context>
    <name>linterna::LookupBar</name>
    <message>
        <source>This text has %1 characters. At most %2 can be pasted at once; nothing was pasted.</source>
        <translation>Este texto tiene %1 caracteres. Se pueden pegar %2 a la vez como máximo; no se pegó nada.</translation>
    </message>
    <message>
        <source>%1 of %2 checked</source>
        <translation>%1 de %2 consultados</translation>
    </message>
    <message>
        <source>&amp;Receipt number</source>
        <translation>Número de &amp;recibo</translation>
    </message>
    <message>
        <source>Receipt number</source>
        <translation>Número de recibo</translation>
    </message>
    <message>
        <source>Check status</source>
        <translation>Consultar estado</translation>
    </message>
</context>
<context>
    <name>linterna::MainView</name>
    <message>
        <source>PRACTICE: invented data, nothing is sent to USCIS</source>
        <translation>PRÁCTICA: datos inventados, no se envía nada a USCIS</translation>
    </message>
    <message>
        <source>Use a real connection…</source>
        <translation>Usar una conexión real…</translation>
    </message>
    <message>
        <source>Enter passphrase…</source>
        <translation>Escribir la frase…</translation>
    </message>
    <message>
        <source>Choose how to keep it…</source>
        <translation>Elegir cómo guardarlo…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>What to do…</source>
        <translation>Qué hacer…</translation>
    </message>
</context>
<context>
    <name>linterna::MainWindow</name>
    <message>
        <source>Linterna · practice</source>
        <translation>Linterna · práctica</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Práctica</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>Un momento</translation>
    </message>
    <message>
        <source>What was deleted is being taken out of the file. Then the window closes.</source>
        <translation>Se está quitando del archivo lo que se eliminó. Después se cierra la ventana.</translation>
    </message>
</context>
<context>
    <name>linterna::NameDialog</name>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Replaces the filter of that name.</source>
        <translation>Reemplaza el filtro de ese nombre.</translation>
    </message>
    <message>
        <source>Another filter has that name.</source>
        <translation>Otro filtro tiene ese nombre.</translation>
    </message>
</context>
<context>
    <name>linterna::NamedValuesControl</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Agregar</translation>
    </message>
    <message>
        <source>Add another</source>
        <translation>Agregar otro</translation>
    </message>
    <message>
        <source>%1: name %2</source>
        <translation>%1: nombre %2</translation>
    </message>
    <message>
        <source>%1: value %2</source>
        <translation>%1: valor %2</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>%1: remove line %2</source>
        <translation>%1: quitar la línea %2</translation>
    </message>
</context>
<context>
    <name>linterna::NextSteps</name>
    <message>
        <source>Ask again</source>
        <translation>Consultar de nuevo</translation>
    </message>
    <message>
        <source>Connection settings…</source>
        <translation>Ajustes de conexión…</translation>
    </message>
    <message>
        <source>Ask anyway</source>
        <translation>Consultar de todos modos</translation>
    </message>
    <message>
        <source>Export this row…</source>
        <translation>Exportar esta fila…</translation>
    </message>
</context>
<context>
    <name>linterna::OfficeDetails</name>
    <message>
        <source>Tags: %1</source>
        <translation>Etiquetas: %1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Nota: %1</translation>
    </message>
    <message>
        <source>Kept whatever its age</source>
        <translation>Se conserva sin importar su antigüedad</translation>
    </message>
    <message>
        <source>Add client, tags or a note</source>
        <translation>Agregar cliente, etiquetas o nota</translation>
    </message>
    <message>
        <source>Edit case details</source>
        <translation>Editar los datos del caso</translation>
    </message>
</context>
<context>
    <name>linterna::PassphraseDialog</name>
    <message>
        <source>Passphrase of the history</source>
        <translation>Frase de contraseña del historial</translation>
    </message>
    <message>
        <source>The history on this computer is encrypted. Without its passphrase it stays closed, and what you look up is kept until the program ends.</source>
        <translation>El historial de esta computadora está cifrado. Sin su frase de contraseña queda cerrado, y lo que consulte se conserva hasta que cierre el programa.</translation>
    </message>
    <message>
        <source>Open the history</source>
        <translation>Abrir el historial</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Protect the history with a passphrase</source>
        <translation>Proteger el historial con una frase de contraseña</translation>
    </message>
    <message>
        <source>Linterna asks for it at each start. Nobody can recover it: without it the history cannot be opened again, by you or by anybody else.</source>
        <translation>Linterna la pide cada vez que se inicia. Nadie puede recuperarla: sin ella, ni usted ni nadie más podrá abrir el historial de nuevo.</translation>
    </message>
    <message>
        <source>Protect</source>
        <translation>Proteger</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Cambiar la frase de contraseña</translation>
    </message>
    <message>
        <source>The history stays as it is. Nobody can recover the new passphrase: without it the history cannot be opened again, by you or by anybody else.</source>
        <translation>El historial queda como está. Nadie puede recuperar la nueva frase de contraseña: sin ella, ni usted ni nadie más podrá abrir el historial de nuevo.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase de contraseña</translation>
    </message>
    <message>
        <source>Passphrase until now</source>
        <translation>Frase de contraseña actual</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Nueva frase de contraseña</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>Repita la nueva frase de contraseña</translation>
    </message>
    <message>
        <source>At least %1 characters. Several words in a row are easy to remember and hard to guess.</source>
        <translation>Al menos %1 caracteres. Varias palabras seguidas son fáciles de recordar y difíciles de adivinar.</translation>
    </message>
    <message>
        <source>Long enough, but a computer could guess it. One more word makes it much stronger.</source>
        <translation>Es bastante larga, pero una computadora podría adivinarla. Una palabra más la hace mucho más fuerte.</translation>
    </message>
    <message>
        <source>A good length. Write it down and keep it in a safe place.</source>
        <translation>Tiene un buen largo. Anótela y guárdela en un lugar seguro.</translation>
    </message>
    <message>
        <source>Enter the passphrase.</source>
        <translation>Escriba la frase de contraseña.</translation>
    </message>
    <message>
        <source>A passphrase has at least %1 characters.</source>
        <translation>Una frase de contraseña tiene al menos %1 caracteres.</translation>
    </message>
    <message>
        <source>This is not the same as above. Type it once more.</source>
        <translation>No es la misma que arriba. Escríbala otra vez.</translation>
    </message>
    <message>
        <source>One moment: the passphrase is being worked on. That takes time on purpose, so that it is hard to guess.</source>
        <translation>Un momento: se está trabajando con la frase de contraseña. Tarda a propósito, para que sea difícil de adivinar.</translation>
    </message>
    <message>
        <source>This is not the passphrase of the history. Nothing was changed; try again.</source>
        <translation>Esta no es la frase de contraseña del historial. No se cambió nada; intente de nuevo.</translation>
    </message>
    <message>
        <source>Passphrase for the backup</source>
        <translation>Frase de contraseña para la copia de seguridad</translation>
    </message>
    <message>
        <source>The backup can be restored on any computer by whoever knows this passphrase, and by nobody else. Nobody can recover it.</source>
        <translation>Quien conozca esta frase puede restaurar la copia en cualquier computadora, y nadie más. Nadie puede recuperarla.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Elegir archivo…</translation>
    </message>
    <message>
        <source>Passphrase of the backup</source>
        <translation>Frase de contraseña de la copia de seguridad</translation>
    </message>
    <message>
        <source>The one that was chosen when the backup was made. How the history on this computer is kept stays as it is.</source>
        <translation>La que se eligió al hacer la copia. La forma en que se guarda el historial en esta computadora no cambia.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>This is not the passphrase of the backup. Nothing was changed; try again.</source>
        <translation>Esta no es la frase de contraseña de la copia de seguridad. No se cambió nada; intente de nuevo.</translation>
    </message>
    <message>
        <source>Forgotten…</source>
        <translation>La olvidé…</translation>
    </message>
    <message>
        <source>I do not know the passphrase any more</source>
        <translation>Ya no sé la frase de contraseña</translation>
    </message>
</context>
<context>
    <name>linterna::PersonDialog</name>
    <message>
        <source>Your name</source>
        <translation>Su nombre</translation>
    </message>
    <message>
        <source>Your name is kept with each check and each note, so that others in the office know whose they are. It stays in the history and is never sent to USCIS. Earlier entries keep the name they have.</source>
        <translation>Su nombre se guarda con cada consulta y cada nota, para que las demás personas de la oficina sepan de quién son. Queda en el historial y nunca se envía a USCIS. Lo anterior conserva el nombre que tiene.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>If you leave this empty, the name of your account on this computer is used.</source>
        <translation>Si lo deja vacío, se usa el nombre de su cuenta en esta computadora.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>If you leave this empty, the name of your account on this computer is used: %1.</source>
        <translation>Si lo deja vacío, se usa el nombre de su cuenta en esta computadora: %1.</translation>
    </message>
    <message>
        <source>There is a character in it that nobody sees, probably from pasting. Type the name again.</source>
        <translation>Contiene un carácter que nadie ve, quizá por haberlo pegado. Escriba el nombre de nuevo.</translation>
    </message>
</context>
<context>
    <name>linterna::PrintQuestion</name>
    <message>
        <source>Both, each on its own pages</source>
        <translation>Ambos, cada uno en sus páginas</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Guardar como PDF…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Language of the pages</source>
        <translation>Idioma de las páginas</translation>
    </message>
</context>
<context>
    <name>linterna::Printing</name>
    <message>
        <source>Case %1 on paper</source>
        <translation>Caso %1 en papel</translation>
    </message>
    <message>
        <source>With client or file number</source>
        <translation>Con cliente o expediente</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) on paper</source>
        <translation>
            <numerusform>%Ln línea en papel</numerusform>
            <numerusform>%Ln líneas en papel</numerusform>
        </translation>
    </message>
    <message>
        <source>Mask receipt numbers and leave names out</source>
        <translation>Ocultar los números de recibo y omitir los nombres</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Guardar como PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>Archivos PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Guardado como %1</translation>
    </message>
    <message>
        <source>The PDF was not saved</source>
        <translation>El PDF no se guardó</translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation>Enviado a la impresora</translation>
    </message>
    <message>
        <source>Nothing was printed</source>
        <translation>No se imprimió nada</translation>
    </message>
    <message>
        <source>%1 Choose another place or another printer.</source>
        <translation>%1 Elija otro lugar u otra impresora.</translation>
    </message>
</context>
<context>
    <name>linterna::ProtectionController</name>
    <message>
        <source>The history is open. What you looked up meanwhile is in it.</source>
        <translation>El historial está abierto. Lo que consultó mientras tanto está en él.</translation>
    </message>
    <message>
        <source>The history is still closed. %1</source>
        <translation>El historial sigue cerrado. %1</translation>
    </message>
    <message>
        <source>The key to the history is in the keyring now. The passphrase is not needed any more.</source>
        <translation>La clave del historial está ahora en el llavero. La frase de contraseña ya no hace falta.</translation>
    </message>
    <message>
        <source>The keyring already holds the key to the history of another folder. The passphrase stays.</source>
        <translation>El llavero ya contiene la clave del historial de otra carpeta. La frase de contraseña se mantiene.</translation>
    </message>
    <message>
        <source>The passphrase stays. %1</source>
        <translation>La frase de contraseña se mantiene. %1</translation>
    </message>
    <message>
        <source>The history is kept, under its passphrase. What you looked up meanwhile is in it.</source>
        <translation>El historial se guarda bajo su frase de contraseña. Lo que consultó mientras tanto está en él.</translation>
    </message>
    <message>
        <source>The passphrase is changed.</source>
        <translation>La frase de contraseña se cambió.</translation>
    </message>
    <message>
        <source>The key to the history is missing</source>
        <translation>Falta la clave del historial</translation>
    </message>
    <message>
        <source>The history on this computer is encrypted, and nobody can open it without its key, which is not in the keyring. If you can bring the key back there, do that and try again.
Otherwise begin a new history: the old file stays as it is, under another name, and a backup can be restored into the new history (File, Restore a backup).</source>
        <translation>El historial de esta computadora está cifrado y nadie puede abrirlo sin su clave, que no está en el llavero. Si puede devolver la clave al llavero, hágalo e intente de nuevo.
Si no, empiece un historial nuevo: el archivo anterior queda como está, con otro nombre, y en el nuevo se puede restaurar una copia de seguridad (Archivo, Restaurar una copia de seguridad).</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Begin a new history</source>
        <translation>Empezar un historial nuevo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Begin a new history?</source>
        <translation>¿Empezar un historial nuevo?</translation>
    </message>
    <message>
        <source>Nobody can recover the passphrase. The old history stays as it is, in a file under another name, and a backup can be restored into the new one (File, Restore a backup).
What you looked up since the start goes into the new history.</source>
        <translation>Nadie puede recuperar la frase de contraseña. El historial anterior queda como está, en un archivo con otro nombre, y en el nuevo se puede restaurar una copia de seguridad (Archivo, Restaurar una copia de seguridad).
Lo que consultó desde que abrió Linterna pasa al historial nuevo.</translation>
    </message>
    <message>
        <source>The old history is kept as %1.</source>
        <translation>El historial anterior se conserva como %1.</translation>
    </message>
    <message>
        <source>The history stays as it was. (%1)</source>
        <translation>El historial queda como estaba. (%1)</translation>
    </message>
</context>
<context>
    <name>linterna::ProxyControl</name>
    <message>
        <source>As the system is set up</source>
        <translation>Como está configurado el sistema</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>This one:</source>
        <translation>Este:</translation>
    </message>
    <message>
        <source>Name and port of the proxy</source>
        <translation>Nombre y puerto del proxy</translation>
    </message>
</context>
<context>
    <name>linterna::Question</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>linterna::ReceiptWords</name>
    <message>
        <source>Vermont Service Center</source>
        <translation>Centro de Servicio de Vermont</translation>
    </message>
    <message>
        <source>California Service Center</source>
        <translation>Centro de Servicio de California</translation>
    </message>
    <message>
        <source>Nebraska Service Center</source>
        <translation>Centro de Servicio de Nebraska</translation>
    </message>
    <message>
        <source>Texas Service Center</source>
        <translation>Centro de Servicio de Texas</translation>
    </message>
    <message>
        <source>National Benefits Center</source>
        <translation>Centro Nacional de Beneficios</translation>
    </message>
    <message>
        <source>Potomac Service Center</source>
        <translation>Centro de Servicio de Potomac</translation>
    </message>
    <message>
        <source>Linterna does not know the prefix %1: compare it with the notice</source>
        <translation>Linterna no conoce el prefijo %1: compárelo con el aviso</translation>
    </message>
    <message>
        <source>Intake: %1, about fiscal year %2</source>
        <extracomment>%1 is an office of USCIS: where the case was taken in, which is not always where it is now</extracomment>
        <translation>Recibido por: %1, hacia el año fiscal %2</translation>
    </message>
    <message>
        <source>Intake: %1</source>
        <translation>Recibido por: %1</translation>
    </message>
    <message>
        <source>letter O read as zero</source>
        <translation>letra O leída como cero</translation>
    </message>
    <message>
        <source>letter I read as one</source>
        <translation>letra I leída como uno</translation>
    </message>
    <message>
        <source>letter L read as one</source>
        <translation>letra L leída como uno</translation>
    </message>
    <message>
        <source>digits of another script read as 0 to 9</source>
        <translation>cifras de otra escritura leídas como 0 a 9</translation>
    </message>
    <message>
        <source>Found in the text: %1</source>
        <translation>Encontrado en el texto: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n receipt number(s)</source>
        <translation>
            <numerusform>%n número de recibo</numerusform>
            <numerusform>%n números de recibo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>other words left out</source>
        <translation>se omiten otras palabras</translation>
    </message>
    <message>
        <source>%1. Left out: “%2” (%3)</source>
        <translation>%1. Se omite: «%2» (%3)</translation>
    </message>
    <message>
        <source>“%1” (%2)</source>
        <translation>«%1» (%2)</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>Asking about %1</source>
        <translation>Consultando %1</translation>
    </message>
    <message>
        <source>%1 characters</source>
        <translation>%1 caracteres</translation>
    </message>
</context>
<context>
    <name>linterna::RecordActions</name>
    <message>
        <source>There is nothing to print.</source>
        <translation>No hay nada que imprimir.</translation>
    </message>
</context>
<context>
    <name>linterna::RecordKeepingDialog</name>
    <message>
        <source>How the history is kept</source>
        <translation>Cómo se guarda el historial</translation>
    </message>
    <message>
        <source>What you look up is encrypted before it goes to the disk of this computer. Choose where the key to it is kept.</source>
        <translation>Lo que consulta se cifra antes de pasar al disco de esta computadora. Elija dónde se guarda su clave.</translation>
    </message>
    <message>
        <source>In the &amp;keyring of this computer</source>
        <translation>En el &amp;llavero de esta computadora</translation>
    </message>
    <message>
        <source>The history opens by itself while the keyring is unlocked.</source>
        <translation>El historial se abre solo mientras el llavero está desbloqueado.</translation>
    </message>
    <message>
        <source>Under a &amp;passphrase</source>
        <translation>Bajo una &amp;frase de contraseña</translation>
    </message>
    <message>
        <source>Linterna asks for it at each start. Nobody can recover it.</source>
        <translation>Linterna la pide cada vez que se inicia. Nadie puede recuperarla.</translation>
    </message>
    <message>
        <source>Keep &amp;nothing on this computer</source>
        <translation>&amp;No guardar nada en esta computadora</translation>
    </message>
    <message>
        <source>The history lasts until the program ends. What was kept before stays on the disk, closed.</source>
        <translation>El historial dura hasta que cierre el programa. Lo que se guardó antes queda en el disco, cerrado.</translation>
    </message>
    <message>
        <source>Keep it so</source>
        <translation>Guardarlo así</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Change the passphrase…</source>
        <translation>Cambiar la frase…</translation>
    </message>
</context>
<context>
    <name>linterna::Retention</name>
    <message>
        <source>Old checks were not deleted. %1</source>
        <translation>Las consultas antiguas no se eliminaron. %1</translation>
    </message>
    <message>
        <source>The old checks are back until the next start or the next day</source>
        <translation>Se recuperaron las consultas antiguas hasta el próximo inicio o el día siguiente</translation>
    </message>
    <message>
        <source>The deletion was not undone. %1</source>
        <translation>No se pudo deshacer la eliminación. %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln month(s)</source>
        <translation>
            <numerusform>%Ln mes</numerusform>
            <numerusform>%Ln meses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln check(s) older than %1 deleted</source>
        <translation>
            <numerusform>%Ln consulta de hace más de %1 eliminada</numerusform>
            <numerusform>%Ln consultas de hace más de %1 eliminadas</numerusform>
        </translation>
    </message>
    <message>
        <source>They are older than %1.</source>
        <translation>Tienen más de %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln case(s) have no newer check and are deleted whole, with all that your office wrote.</source>
        <translation>
            <numerusform>%Ln caso no tiene ninguna consulta más reciente y se elimina por completo, con todo lo que escribió su oficina.</numerusform>
            <numerusform>%Ln casos no tienen ninguna consulta más reciente y se eliminan por completo, con todo lo que escribió su oficina.</numerusform>
        </translation>
    </message>
    <message>
        <source>It can be undone until the program is closed. From then on what grows that old is deleted each day.</source>
        <translation>Se puede deshacer hasta que se cierre el programa. De ahí en adelante, cada día se elimina lo que llegue a esa antigüedad.</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln check(s) now?</source>
        <translation>
            <numerusform>¿Eliminar %Ln consulta ahora?</numerusform>
            <numerusform>¿Eliminar %Ln consultas ahora?</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>The clock of this computer says %1, but the service says %2.</source>
        <translation>El reloj de esta computadora dice %1, pero el servicio dice %2.</translation>
    </message>
    <message>
        <source>The clock of this computer says %1, but this program was made on %2.</source>
        <translation>El reloj de esta computadora dice %1, pero este programa se hizo el %2.</translation>
    </message>
    <message>
        <source>The clock of this computer says %1, but Linterna was last used on %2.</source>
        <translation>El reloj de esta computadora dice %1, pero Linterna se usó por última vez el %2.</translation>
    </message>
    <message>
        <source>The clock of this computer says %1, but the newest check is of %2.</source>
        <translation>El reloj de esta computadora dice %1, pero la consulta más reciente es del %2.</translation>
    </message>
    <message>
        <source>Some old checks were recorded after newer ones, so the clock was wrong at one time.</source>
        <translation>Algunas consultas antiguas se guardaron después de otras más recientes: en algún momento el reloj estaba mal.</translation>
    </message>
    <message>
        <source>The settings were damaged or changed, so it is not certain how long checks are to be kept.</source>
        <translation>Los ajustes se dañaron o cambiaron y no es seguro cuánto tiempo deben conservarse las consultas.</translation>
    </message>
    <message>
        <source>If the date is wrong, set it right first and keep the checks.</source>
        <translation>Si la fecha está mal, corríjala primero y conserve las consultas.</translation>
    </message>
    <message>
        <source>Choose anew with File, How long the history is kept.</source>
        <translation>Elija de nuevo en Archivo, Cuánto tiempo se conserva el historial.</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln check(s) older than %1?</source>
        <translation>
            <numerusform>¿Eliminar %Ln consulta de hace más de %1?</numerusform>
            <numerusform>¿Eliminar %Ln consultas de hace más de %1?</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Conservarlas</translation>
    </message>
    <message>
        <source>Old checks are not deleted until you have decided.</source>
        <translation>Las consultas antiguas no se eliminan hasta que usted decida.</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>Decidir…</translation>
    </message>
    <message>
        <source>The deletion cannot be undone any more: it was already taken out of the file.</source>
        <translation>La eliminación ya no se puede deshacer: ya se quitó del archivo.</translation>
    </message>
</context>
<context>
    <name>linterna::RetentionDialog</name>
    <message>
        <source>How long the history is kept</source>
        <translation>Cuánto tiempo se guarda el historial</translation>
    </message>
    <message>
        <source>&amp;Delete checks that are older than</source>
        <translation>&amp;Eliminar las consultas de hace más de</translation>
    </message>
    <message>
        <source>Age in months</source>
        <translation>Antigüedad en meses</translation>
    </message>
    <message>
        <source>months</source>
        <translation>meses</translation>
    </message>
    <message>
        <source>Keep it so</source>
        <translation>Guardarlo así</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Old checks can be deleted by themselves: now, at each start, and once a day. Cases that are kept whatever their age lose nothing. What was deleted can be brought back until the program is closed.</source>
        <translation>Las consultas antiguas pueden eliminarse solas: ahora, en cada inicio y una vez al día. Los casos que se conservan sin importar su antigüedad no pierden nada. Lo eliminado se puede recuperar hasta que se cierre el programa.</translation>
    </message>
</context>
<context>
    <name>linterna::RowCopy</name>
    <message>
        <source>Receipt number</source>
        <translation>Número de recibo</translation>
    </message>
</context>
<context>
    <name>linterna::SavedFilters</name>
    <message>
        <source>No filter is saved yet</source>
        <translation>Todavía no hay filtros guardados</translation>
    </message>
    <message>
        <source>Save this filter…</source>
        <translation>Guardar este filtro…</translation>
    </message>
    <message>
        <source>Rename or delete…</source>
        <translation>Cambiar nombre o eliminar…</translation>
    </message>
    <message>
        <source>Save this filter</source>
        <translation>Guardar este filtro</translation>
    </message>
</context>
<context>
    <name>linterna::SavedFiltersDialog</name>
    <message>
        <source>Rename…</source>
        <translation>Cambiar nombre…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Recuperar</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>Filtros guardados</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Rename the filter</source>
        <translation>Cambiar el nombre del filtro</translation>
    </message>
</context>
<context>
    <name>linterna::SearchBox</name>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Search receipt, client, note, text</source>
        <translation>Buscar recibo, cliente, nota, texto</translation>
    </message>
    <message>
        <source>Finds every word in receipt number, client, note, title and text, in both languages. Put words that stand together between quotation marks.</source>
        <translation>Busca cada palabra en el número de recibo, el cliente, la nota, el título y el texto, en ambos idiomas. Ponga entre comillas las palabras que van juntas.</translation>
    </message>
</context>
<context>
    <name>linterna::SecretEntry</name>
    <message>
        <source>Client secret</source>
        <translation>Secreto de cliente</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ocultar</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Hide the client secret</source>
        <translation>Ocultar el secreto de cliente</translation>
    </message>
    <message>
        <source>Show the client secret</source>
        <translation>Mostrar el secreto de cliente</translation>
    </message>
    <message>
        <source>Hide: %1</source>
        <translation>Ocultar: %1</translation>
    </message>
    <message>
        <source>Show: %1</source>
        <translation>Mostrar: %1</translation>
    </message>
    <message>
        <source>Hide the password for the proxy</source>
        <translation>Ocultar la contraseña para el proxy</translation>
    </message>
    <message>
        <source>Show the password for the proxy</source>
        <translation>Mostrar la contraseña para el proxy</translation>
    </message>
</context>
<context>
    <name>linterna::Sheet</name>
    <message>
        <source>the printer takes no pages</source>
        <translation>la impresora no acepta páginas</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Página %1 de %2</translation>
    </message>
</context>
<context>
    <name>linterna::SheetProgressDialog</name>
    <message>
        <source>Making the pages</source>
        <translation>Preparando las páginas</translation>
    </message>
    <message>
        <source>The pages are being made.</source>
        <translation>Se están preparando las páginas.</translation>
    </message>
    <message>
        <source>Pages made</source>
        <translation>Páginas preparadas</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
</context>
<context>
    <name>linterna::SingleInstance</name>
    <message>
        <source>Linterna is open already and does not answer.</source>
        <translation>Linterna ya está abierta y no responde.</translation>
    </message>
    <message>
        <source>Wait until its window answers again, or end it, and then start Linterna again. Nothing was opened or changed.</source>
        <translation>Espere hasta que su ventana vuelva a responder, o ciérrela, y después inicie Linterna de nuevo. No se abrió ni se cambió nada.</translation>
    </message>
</context>
<context>
    <name>linterna::StartPanel</name>
    <message>
        <source>Receipt numbers to practice with</source>
        <translation>Números de recibo para practicar</translation>
    </message>
    <message>
        <source>Check %1</source>
        <translation>Consultar %1</translation>
    </message>
    <message>
        <source>Receipt numbers that USCIS publishes for the sandbox</source>
        <translation>Números de recibo que USCIS publica para el entorno de pruebas</translation>
    </message>
</context>
<context>
    <name>linterna::StatusLine</name>
    <message>
        <source>history for this run only</source>
        <translation>historial solo de esta sesión</translation>
    </message>
    <message>
        <source>token %1 min</source>
        <translation>token %1 min</translation>
    </message>
    <message>
        <source>token expired</source>
        <translation>token vencido</translation>
    </message>
    <message>
        <source>%1 of %2 left today</source>
        <translation>quedan %1 de %2 hoy</translation>
    </message>
    <message>
        <source>history encrypted</source>
        <translation>historial cifrado</translation>
    </message>
    <message>
        <source>bringing the history up to date: %1%</source>
        <translation>actualizando el historial: %1 %</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Práctica</translation>
    </message>
    <message>
        <source>Shows the connection&apos;s details</source>
        <translation>Muestra los detalles de la conexión</translation>
    </message>
</context>
<context>
    <name>linterna::StatusLook</name>
    <message>
        <source>Received</source>
        <translation>Recibido</translation>
    </message>
    <message>
        <source>In review</source>
        <translation>En revisión</translation>
    </message>
    <message>
        <source>Action needed</source>
        <translation>Acción requerida</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>Cita</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Aprobado</translation>
    </message>
    <message>
        <source>Card or document</source>
        <translation>Tarjeta o documento</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>No concedido</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Actualización</translation>
    </message>
    <message>
        <source>Not recognized</source>
        <translation>No reconocido</translation>
    </message>
    <message>
        <source>Service closed</source>
        <translation>Servicio cerrado</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Sin respuesta</translation>
    </message>
</context>
<context>
    <name>linterna::TestPanel</name>
    <message>
        <source>This is about the earlier entries: something was changed since.</source>
        <translation>Esto se refiere a lo escrito antes: algo cambió desde entonces.</translation>
    </message>
    <message>
        <source>It lasts %1.</source>
        <translation>Dura %1.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Stop the test</source>
        <translation>Detener la prueba</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy all of the test</source>
        <translation>Copiar toda la prueba</translation>
    </message>
    <message>
        <source>Show the server&apos;s certificate…</source>
        <translation>Mostrar el certificado del servidor…</translation>
    </message>
    <message>
        <source>Testing: one access token and one lookup. Nothing is saved.</source>
        <translation>Probando: un token de acceso y una consulta. No se guarda nada.</translation>
    </message>
    <message>
        <source>The test was stopped.</source>
        <translation>La prueba se detuvo.</translation>
    </message>
    <message>
        <source>This connection works</source>
        <translation>Esta conexión funciona</translation>
    </message>
    <message>
        <source>Client ID and secret are right, but the lookup was not answered</source>
        <translation>El ID y el secreto de cliente son correctos, pero la consulta no obtuvo respuesta</translation>
    </message>
    <message>
        <source>This connection does not work yet</source>
        <translation>Esta conexión aún no funciona</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
</context>
<context>
    <name>linterna::TestStepView</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation>Llavero</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Token de acceso</translation>
    </message>
    <message>
        <source>Lookup of a published receipt number</source>
        <translation>Consulta de un número de recibo publicado</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>no se llegó</translation>
    </message>
    <message>
        <source>under way…</source>
        <translation>en curso…</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>falló</translation>
    </message>
    <message>
        <source>done</source>
        <translation>listo</translation>
    </message>
    <message>
        <source>Only the service itself can say that.</source>
        <translation>Solo el propio servicio puede decir eso.</translation>
    </message>
    <message>
        <source>What the service said: %1</source>
        <translation>Lo que dijo el servicio: %1</translation>
    </message>
    <message>
        <source>Detail: %1</source>
        <translation>Detalle: %1</translation>
    </message>
    <message>
        <source>What was sent and answered</source>
        <translation>Lo que se envió y se respondió</translation>
    </message>
    <message>
        <source>What was sent and answered: %1</source>
        <translation>Lo que se envió y se respondió: %1</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviado</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Sent: %1</source>
        <translation>Enviado: %1</translation>
    </message>
    <message>
        <source>Answered: %1</source>
        <translation>Respuesta: %1</translation>
    </message>
    <message>
        <source>Nothing was answered.</source>
        <translation>No hubo respuesta.</translation>
    </message>
</context>
<context>
    <name>linterna::TextDialog</name>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
</context>
<context>
    <name>linterna::TimelineView</name>
    <message>
        <source>No date given</source>
        <translation>Sin fecha</translation>
    </message>
    <message>
        <source>No text given</source>
        <translation>Sin texto</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Cronología</translation>
    </message>
</context>
<context>
    <name>linterna::TranscriptWords</name>
    <message>
        <source>Access token</source>
        <translation>Token de acceso</translation>
    </message>
    <message>
        <source>Case status</source>
        <translation>Estado del caso</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>(no reply)</source>
        <translation>(sin respuesta)</translation>
    </message>
    <message>
        <source>Nothing was sent for this check.</source>
        <translation>Para esta consulta no se envió nada.</translation>
    </message>
    <message>
        <source>The request of this check was not kept.</source>
        <translation>La solicitud de esta consulta no se guardó.</translation>
    </message>
</context>
<context>
    <name>linterna::UnsavedWork</name>
    <message numerus="yes">
        <source>%Ln answer(s) are not saved yet.</source>
        <translation>
            <numerusform>%Ln respuesta todavía no está guardada.</numerusform>
            <numerusform>%Ln respuestas todavía no están guardadas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) are not saved yet.</source>
        <translation>
            <numerusform>%Ln cambio todavía no está guardado.</numerusform>
            <numerusform>%Ln cambios todavía no están guardados.</numerusform>
        </translation>
    </message>
    <message>
        <source>Linterna saves this by itself as soon as it can. Leave it open until then.</source>
        <translation>Linterna lo guarda sola en cuanto pueda. Déjela abierta hasta entonces.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer(s) or change(s) are not saved yet</source>
        <translation>
            <numerusform>Todavía no se guardó %Ln respuesta o cambio</numerusform>
            <numerusform>Todavía no se guardaron %Ln respuestas o cambios</numerusform>
        </translation>
    </message>
    <message>
        <source>Linterna is trying to save them and then closes by itself.</source>
        <translation>Linterna está intentando guardarlos y luego se cierra sola.</translation>
    </message>
    <message>
        <source>What is not saved is lost when you close now.</source>
        <translation>Lo que no esté guardado se pierde si cierra ahora.</translation>
    </message>
    <message>
        <source>Leave Linterna open</source>
        <translation>Dejar Linterna abierta</translation>
    </message>
    <message>
        <source>Close and lose them</source>
        <translation>Cerrar y perderlos</translation>
    </message>
</context>
<context>
    <name>linterna::ValueChoice</name>
    <message>
        <source>Empty</source>
        <translation>Vacío</translation>
    </message>
</context>
<context>
    <name>linterna::WindowDialogs</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Use a real connection</source>
        <translation>Usar una conexión real</translation>
    </message>
    <message>
        <source>This run is practice: it cannot reach USCIS, and its history is apart.</source>
        <translation>Esta sesión es de práctica: no puede llegar a USCIS, y su historial está aparte.</translation>
    </message>
    <message>
        <source>For real cases, close this window and start Linterna without “--practice”. Then choose Connection, Settings and enter your organization&apos;s client ID and client secret.</source>
        <translation>Para casos reales, cierre esta ventana e inicie Linterna sin «--practice». Luego elija Conexión, Ajustes y escriba el ID y el secreto de cliente de su organización.</translation>
    </message>
    <message>
        <source>About Linterna</source>
        <translation>Acerca de Linterna</translation>
    </message>
    <message>
        <source>Linterna %1</source>
        <translation>Linterna %1</translation>
    </message>
    <message>
        <source>Looks up USCIS case status by receipt number and keeps what was seen.

Independent program, not made or endorsed by USCIS. The official notice is what counts.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Consulta el estado de casos de USCIS por número de recibo y conserva lo que se vio.

Programa independiente; USCIS no lo hizo ni lo respalda. Lo que vale es el aviso oficial.

Software libre bajo la Licencia Pública General de GNU, versión 3 o posterior.</translation>
    </message>
</context>
<context>
    <name>linterna::WindowMenus</name>
    <message>
        <source>&amp;Look up a receipt number</source>
        <translation>&amp;Consultar un número de recibo</translation>
    </message>
    <message>
        <source>&amp;Export history…</source>
        <translation>&amp;Exportar historial…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;Use a real connection…</source>
        <translation>&amp;Usar una conexión real…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Ajustes…</translation>
    </message>
    <message>
        <source>&amp;About Linterna</source>
        <translation>&amp;Acerca de Linterna</translation>
    </message>
    <message>
        <source>As the &amp;program</source>
        <translation>Como el &amp;programa</translation>
    </message>
    <message>
        <source>&amp;English</source>
        <translation>&amp;Inglés</translation>
    </message>
    <message>
        <source>&amp;Spanish</source>
        <translation>&amp;Español</translation>
    </message>
    <message>
        <source>&amp;Both</source>
        <translation>&amp;Ambos</translation>
    </message>
    <message>
        <source>As the s&amp;ystem</source>
        <translation>Como el &amp;sistema</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Claro</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Oscuro</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>Language of the &amp;status text</source>
        <translation>Idioma del &amp;estado</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Apariencia</translation>
    </message>
    <message>
        <source>&amp;Connection</source>
        <translation>&amp;Conexión</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>&amp;Details…</source>
        <translation>&amp;Detalles…</translation>
    </message>
    <message>
        <source>&amp;First steps</source>
        <translation>&amp;Primeros pasos</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importar…</translation>
    </message>
    <message>
        <source>&amp;How the history is kept…</source>
        <translation>Cómo se &amp;guarda el historial…</translation>
    </message>
    <message>
        <source>&amp;Import history…</source>
        <translation>&amp;Importar historial…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Imprimir…</translation>
    </message>
    <message>
        <source>Save as P&amp;DF…</source>
        <translation>Guardar como P&amp;DF…</translation>
    </message>
    <message>
        <source>Edit &amp;case details…</source>
        <translation>Editar los datos del &amp;caso…</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>&amp;Undo edit of %1</source>
        <translation>&amp;Deshacer el cambio de %1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>&amp;Redo edit of %1</source>
        <translation>&amp;Rehacer el cambio de %1</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>How &amp;long the history is kept…</source>
        <translation>Cuánto &amp;tiempo se guarda el historial…</translation>
    </message>
    <message>
        <source>E&amp;rase everything…</source>
        <translation>&amp;Borrar todo…</translation>
    </message>
    <message>
        <source>Pri&amp;nt the list…</source>
        <translation>I&amp;mprimir la lista…</translation>
    </message>
    <message>
        <source>De&amp;lete case…</source>
        <translation>E&amp;liminar el caso…</translation>
    </message>
    <message>
        <source>Delete &amp;everything about this client…</source>
        <translation>Eliminar &amp;todo sobre este cliente…</translation>
    </message>
    <message>
        <source>&amp;Undo removal of earlier details of %1</source>
        <translation>&amp;Deshacer la eliminación de los datos anteriores de %1</translation>
    </message>
    <message>
        <source>&amp;Redo removal of earlier details of %1</source>
        <translation>&amp;Rehacer la eliminación de los datos anteriores de %1</translation>
    </message>
    <message>
        <source>&amp;Undo deletion of old checks</source>
        <translation>&amp;Deshacer la eliminación de consultas antiguas</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Undo deletion of %Ln case(s)</source>
        <translation>
            <numerusform>&amp;Deshacer la eliminación de %Ln caso</numerusform>
            <numerusform>&amp;Deshacer la eliminación de %Ln casos</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Undo deletion of %1</source>
        <translation>&amp;Deshacer la eliminación de %1</translation>
    </message>
    <message>
        <source>&amp;Redo deletion of old checks</source>
        <translation>&amp;Rehacer la eliminación de consultas antiguas</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Redo deletion of %Ln case(s)</source>
        <translation>
            <numerusform>&amp;Rehacer la eliminación de %Ln caso</numerusform>
            <numerusform>&amp;Rehacer la eliminación de %Ln casos</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Redo deletion of %1</source>
        <translation>&amp;Rehacer la eliminación de %1</translation>
    </message>
    <message>
        <source>&amp;Back up…</source>
        <translation>Hacer una copia de &amp;seguridad…</translation>
    </message>
    <message>
        <source>&amp;Restore a backup…</source>
        <translation>&amp;Restaurar una copia de seguridad…</translation>
    </message>
    <message>
        <source>&amp;Your name…</source>
        <translation>Su &amp;nombre…</translation>
    </message>
    <message>
        <source>Re&amp;view differences…</source>
        <translation>Re&amp;visar diferencias…</translation>
    </message>
    <message>
        <source>&amp;Undo deletion of what another desk deleted</source>
        <translation>&amp;Deshacer la eliminación hecha en otra computadora</translation>
    </message>
    <message>
        <source>&amp;Redo deletion of what another desk deleted</source>
        <translation>&amp;Rehacer la eliminación hecha en otra computadora</translation>
    </message>
</context>
</TS>
