import { bilingual } from '../text.ts';

/** A person's projects: kept in the browser, saved as a file, opened again. */
export const archiveMessages = bilingual({
  en: {
    menu: 'File',
    newProject: 'New project',
    openFile: 'Open a file…',
    saveFile: 'Save as file…',
    rename: 'Rename…',
    remove: 'Delete…',
    ownProjects: 'Your projects',
    unnamed: 'A project that cannot be read',
    name: 'Name of the project',
    renameTitle: 'Rename the project',
    renameDone: 'Rename',
    removeTitle: (name: string) => `Delete “${name}”?`,
    removeHelp:
      'The project and the original files kept with it are deleted from this browser. This cannot be undone. Save it as a file first if you may want it again.',
    removeDone: 'Delete',
    removed: (name: string) => `“${name}” was deleted from this browser.`,
    saved: 'Saved',
    savedAt: (time: string) => `Saved in this browser at ${time}`,
    saving: 'Saving…',
    readOnly: 'Read-only',
    notSaved: {
      full: 'Not saved: storage is full',
      unavailable: 'Not saved: this browser keeps nothing',
      other: 'Not saved',
    },
    failed: {
      full: 'The project is not saved: the storage that the browser gives this page is full. Use “Save as file” to keep it, or delete a project you no longer need.',
      unavailable:
        'The project is not saved: this window gives the page no storage (a private window, or a browser that has none). Use “Save as file” to keep it.',
      other: 'The project could not be saved in this browser. Use “Save as file” to keep it.',
    },
    openElsewhere:
      'This project is open in another tab. You can look at it here; you can change it as soon as the other tab is closed.',
    refusedEdit: 'This project is open in another tab, so it cannot be changed here. Nothing was changed.',
    takenOver: 'The other tab was closed. You can change the project here now.',
    notHere: 'The project of this address is not saved in this browser. A sample is shown instead.',
    earlier: 'The last save of this project was damaged. The save before it was opened; it is whole.',
    missingOriginals: (names: string) =>
      `These original files could not be read back. The rows from them are all there: ${names}.`,
    refused: {
      foreign: 'This file is not a Guichet project. The open project is unchanged.',
      damaged: 'This project is damaged or cut off, and was not opened. The open project is unchanged.',
      newer:
        'This project was saved by a newer version of Guichet, which this version cannot read. Nothing was changed in it.',
      'too-large': 'This project is too large to be unpacked here. The open project is unchanged.',
    },
    opened: (name: string) => `“${name}” was opened from its file.`,
    fileSaved: (name: string) => `The project was saved as ${name}.`,
    working: {
      write: 'Saving the project as a file…',
      read: 'Opening the project from its file…',
    },
    fileFailed: 'The project could not be saved as a file.',
    undoWhat: (what: string) => `Undo: ${what}`,
    redoWhat: (what: string) => `Redo: ${what}`,
    undone: (what: string) => `Undone: ${what}`,
    redone: (what: string) => `Done again: ${what}`,
    edits: {
      'another-project': 'opening another project',
      data: 'change of the data',
      rename: 'new name of the project',
      queries: 'change of the saved queries',
      roads: 'change of the roads',
    },
    newName: 'New project',
    readme: (name: string, asOf: string) =>
      [
        `${name} (Guichet project, as of ${asOf})`,
        '',
        'project.json      what the project is: name, dates, bounds, saved readings and queries,',
        '                  and the rows, size and SHA-256 of each table',
        'tables/*.parquet  the tables, in Apache Parquet; null is "not known"',
        'files/            the original files that rows came from, in a folder named by their SHA-256',
        '',
        'Open it in Guichet with "Open a file…", or read any part with other tools.',
      ].join('\r\n'),
  },
  fr: {
    menu: 'Fichier',
    newProject: 'Nouveau projet',
    openFile: 'Ouvrir un fichier…',
    saveFile: 'Enregistrer dans un fichier…',
    rename: 'Renommer…',
    remove: 'Supprimer…',
    ownProjects: 'Vos projets',
    unnamed: 'Un projet illisible',
    name: 'Nom du projet',
    renameTitle: 'Renommer le projet',
    renameDone: 'Renommer',
    removeTitle: (name: string) => `Supprimer «\u00a0${name}\u00a0»?`,
    removeHelp:
      'Le projet et les fichiers d’origine gardés avec lui seront supprimés de ce navigateur, sans retour possible. Enregistrez-le d’abord dans un fichier si vous pensez en avoir encore besoin.',
    removeDone: 'Supprimer',
    removed: (name: string) => `«\u00a0${name}\u00a0» a été supprimé de ce navigateur.`,
    saved: 'Enregistré',
    savedAt: (time: string) => `Enregistré dans ce navigateur à ${time}`,
    saving: 'Enregistrement…',
    readOnly: 'Lecture seule',
    notSaved: {
      full: 'Non enregistré\u00a0: espace insuffisant',
      unavailable: 'Non enregistré\u00a0: ce navigateur ne garde rien',
      other: 'Non enregistré',
    },
    failed: {
      full: 'Le projet n’est pas enregistré\u00a0: l’espace que le navigateur donne à cette page est plein. Choisissez «\u00a0Enregistrer dans un fichier\u00a0» pour le garder, ou supprimez un projet qui ne sert plus.',
      unavailable:
        'Le projet n’est pas enregistré\u00a0: cette fenêtre ne donne aucun espace à la page (fenêtre privée, ou navigateur qui n’en a pas). Choisissez «\u00a0Enregistrer dans un fichier\u00a0» pour le garder.',
      other:
        'Le projet n’a pas pu être enregistré dans ce navigateur. Choisissez «\u00a0Enregistrer dans un fichier\u00a0» pour le garder.',
    },
    openElsewhere:
      'Ce projet est ouvert dans un autre onglet. Vous pouvez le consulter ici; vous pourrez le modifier dès que l’autre onglet sera fermé.',
    refusedEdit:
      'Ce projet est ouvert dans un autre onglet et ne peut donc pas être modifié ici. Rien n’a changé.',
    takenOver: 'L’autre onglet a été fermé. Vous pouvez maintenant modifier le projet ici.',
    notHere:
      'Le projet de cette adresse n’est pas enregistré dans ce navigateur. Un exemple est montré à la place.',
    earlier:
      'Le dernier enregistrement de ce projet était endommagé. Le précédent a été ouvert; il est complet.',
    missingOriginals: (names: string) =>
      `Ces fichiers d’origine n’ont pas pu être relus. Les lignes qui en viennent sont toutes là\u00a0: ${names}.`,
    refused: {
      foreign: 'Ce fichier n’est pas un projet Guichet. Le projet ouvert n’a pas changé.',
      damaged: 'Ce projet est endommagé ou tronqué et n’a pas été ouvert. Le projet ouvert n’a pas changé.',
      newer:
        'Ce projet a été enregistré par une version plus récente de Guichet, que celle-ci ne peut pas lire. Rien n’y a été changé.',
      'too-large':
        'Ce projet est trop volumineux pour être décompressé ici. Le projet ouvert n’a pas changé.',
    },
    opened: (name: string) => `«\u00a0${name}\u00a0» a été ouvert depuis son fichier.`,
    fileSaved: (name: string) => `Le projet a été enregistré dans ${name}.`,
    working: {
      write: 'Enregistrement du projet dans un fichier…',
      read: 'Ouverture du projet depuis son fichier…',
    },
    fileFailed: 'Le projet n’a pas pu être enregistré dans un fichier.',
    undoWhat: (what: string) => `Annuler\u00a0: ${what}`,
    redoWhat: (what: string) => `Rétablir\u00a0: ${what}`,
    undone: (what: string) => `Annulé\u00a0: ${what}`,
    redone: (what: string) => `Rétabli\u00a0: ${what}`,
    edits: {
      'another-project': 'ouverture d’un autre projet',
      data: 'changement des données',
      rename: 'nouveau nom du projet',
      queries: 'changement des requêtes gardées',
      roads: 'changement des routes',
    },
    newName: 'Nouveau projet',
    readme: (name: string, asOf: string) =>
      [
        `${name} (projet Guichet, en date du ${asOf})`,
        '',
        'project.json      ce qu’est le projet\u00a0: nom, dates, étendue, lectures et requêtes gardées,',
        '                  ainsi que les lignes, la taille et le SHA-256 de chaque table',
        'tables/*.parquet  les tables, en Apache Parquet; null veut dire «\u00a0inconnu\u00a0»',
        'files/            les fichiers d’origine dont viennent les lignes, dans un dossier nommé par leur SHA-256',
        '',
        'Ouvrez-le dans Guichet avec «\u00a0Ouvrir un fichier…\u00a0», ou lisez-en une partie avec d’autres outils.',
      ].join('\r\n'),
  },
});
