// Ce que Brevier dit de lui-même, en français. Les commandes et les réglages s'écrivent de même dans toutes les langues.

import type { Texts } from '../texts.ts'
import { operator } from './operator.ts'
import { pluralOf } from './plural.ts'
import { wrong } from './wrong/fr.ts'

const plural = pluralOf('fr')

export const fr: Texts = {
  /* editions and briefs */
  editionTitle: (date, time) => `Brevier · ${date}${time === undefined ? '' : `, ${time}`}`,
  nothingNew: 'Rien de nouveau : aucun article enregistré de cette période ne convient.',
  noNewStories: 'Rien de nouveau : aucun sujet n’est arrivé.',
  noneFits: (stories) =>
    plural(stories, {
      one: 'Rien de nouveau : un sujet est arrivé, et il ne correspond pas aux thèmes.',
      other: `Rien de nouveau : ${stories} sujets sont arrivés, et aucun ne correspond aux thèmes.`,
    }),
  allTold: (stories) =>
    plural(stories, {
      one: 'Rien de nouveau : un sujet convient, et il a déjà été traité ici.',
      other: `Rien de nouveau : ${stories} sujets conviennent, et tous ont déjà été traités ici.`,
    }),
  update: (since) => `Mise à jour : ce qui est nouveau depuis ${since}.`,
  late: (time) => `En retard : cette édition était attendue à ${time}.`,
  merged: (editions) =>
    plural(editions, {
      one: 'Elle remplace aussi l’édition précédente, qui n’a pas pu être faite.',
      other: `Elle remplace aussi les ${editions} éditions précédentes, qui n’ont pas pu être faites.`,
    }),
  dropped: (editions) =>
    plural(editions, {
      one: 'L’édition précédente n’a pas pu être faite et est omise.',
      other: `Les ${editions} éditions précédentes n’ont pas pu être faites et sont omises.`,
    }),
  notSent: 'Ceci ne serait pas envoyé : cet abonnement se tait quand il n’y a rien de nouveau.',

  /* sources */
  excerpt: 'extrait',
  inLanguage: (language) => `en ${language}`,

  /* answers */
  quote: (words) => `« ${words} »`,
  written: (model) => `Écrit par un modèle de langage (${model}) et vérifié d’après les phrases qu’il cite.`,
  quotedPoints: 'Un point entre guillemets est une phrase de son article.',
  /** "19 people (Valley Radio), 12 people (Meridian News)" */
  figuresDiffer: (figures) => `Les chiffres divergent : ${figures}.`,
  missing: (words) => `Absent de ce que j’ai enregistré : ${words}`,
  fromStored: 'D’après les articles enregistrés :',
  partial: 'Les articles enregistrés ne répondent qu’à une partie :',
  closest: 'Ce n’est pas une réponse, seulement ce que j’ai enregistré de plus proche :',
  notStored: 'Ce n’est pas dans ce que j’ai enregistré.',
  nothingStored:
    'Rien n’est encore enregistré, je ne peux donc répondre à rien. Pour ajouter quelque chose :',
  outOfScope:
    'Je rapporte ce que disent les articles enregistrés. Les conseils, les prédictions et les opinions ne sont pas de mon ressort.',
  ambiguous:
    'Cela peut vouloir dire plusieurs choses dans ce que j’ai enregistré. Nommez, s’il vous plaît, la personne, le lieu ou l’événement.',
  retention: 'C’est plus ancien que ce que je conserve.',
  nearest: 'Ce qui s’en rapproche le plus :',

  /* suggested questions; a name stands as its article wrote it */
  whatDidSay: (name) => `Qu’a dit ${name} ?`,
  canBeAsked: 'Quelques questions auxquelles je peux répondre :',

  /* answers that are being made */
  lookingUp: 'Je cherche …',
  reading: (articles) => (articles === 1 ? 'Je lis 1 article …' : `Je lis ${articles} articles …`),
  stillChecking: 'Vérifié jusqu’ici. Je continue …',
  stopped: 'Arrêté.',
  stoppedThere: 'Arrêté là. Ce qui précède a été vérifié.',

  /* lists */
  noMatch: 'Aucun article enregistré ne contient ces mots.',
  noStories: 'Aucun sujet dans cette période.',
  articles: (count) => plural(count, { one: `${count} article`, other: `${count} articles` }),
  andMore: (names, more) =>
    more === 0
      ? names
      : plural(more, { one: `${names} et ${more} autre`, other: `${names} et ${more} autres` }),

  /* commands */
  helpTitle: 'Ce que vous pouvez dire',
  helpQuestion: 'Écrivez simplement une question ; j’y réponds avec ce qui est enregistré.',
  helpExample:
    'Par exemple : /subscribe climate change, -football; schedule: every weekday at 7:30; zone: Europe/Paris',
  commandGroup: {
    news: 'Maintenant',
    subscriptions: 'À heures fixes',
  },
  commandAbout: {
    ask: 'une réponse tirée de ce qui est enregistré',
    brief: 'les brèves du dernier jour, ou celles d’un thème',
    sources: 'les phrases derrière le repère [2], dans leurs paragraphes',
    stories: 'les sujets du dernier jour',
    help: 'cette liste',
    subscribe: 'des brèves pour cette discussion, à heures fixes',
    subscriptions: 'ce que reçoit cette discussion, et quand',
    edit: 'changer ce qui est nommé, laisser le reste',
    pause: 'ne rien envoyer jusqu’à la reprise',
    resume: 'reprendre à partir de maintenant',
    unsubscribe: 'y mettre fin',
    preview: 'la prochaine édition, telle qu’elle partirait maintenant',
    why: 'pourquoi une édition est venue ou non',
    settings: 'ce que reçoit cette discussion, avec des boutons',
    notices: 'me prévenir ici, et non en privé, quand un de mes abonnements demande une action',
    start: 'ce que je suis et comment commencer',
  },
  askForQuestion: 'Que voulez-vous savoir ?',
  yourQuestion: 'Votre question',
  commandWords: {
    where: 'private, pour être de nouveau prévenu en privé',
    schedule: 'quand cela vient : chaque jour ouvré à 7h30, deux fois par jour',
    zone: 'le fuseau horaire : Europe/Berlin',
    channel: 'le salon, fil ou forum concerné ; sinon celui-ci',
    question: 'votre question',
    topic: 'un thème, ou un sujet à choisir',
    mark: 'le numéro du repère',
    topics: 'des thèmes, et plus après un point-virgule : climat, -football; zone: Europe/Paris',
    changes: 'lequel, et quoi : u1 points: 2',
    subscription: 'lequel, s’il y en a plusieurs : u1',
    about: 'un abonnement ou une édition : u1 ou e3',
  },
  showToAll: 'montrer la réponse à tous ici',
  unknownCommand: (name) => `La commande /${name} n’existe pas. /help montre celles qui existent.`,
  nothingShown: 'Aucun repère n’a encore été montré. Posez une question, ou dites /brief.',
  noSuchMark: (mark) =>
    /^\d+$/.test(mark)
      ? `Il n’y a pas de repère [${mark}] dans ce qui a été montré en dernier.`
      : 'Quel repère ? Dites-le avec son numéro : /sources 2',
  apology: 'Quelque chose a échoué de mon côté. Le journal dit pourquoi ; veuillez redemander.',

  /* buttons, and what is said to those who press them */
  buttons: {
    ask: 'Poser une question',
    why: (brief) => (brief === undefined ? 'Pourquoi ?' : `Pourquoi ${brief} ?`),
    sources: 'Sources',
    mark: (mark) => `[${mark}]`,
    noGood: '👎',
    reason: {
      'too-long': 'Trop long',
      'off-topic': 'Pas mon thème',
      wrong: 'Faux',
      'too-often': 'Trop souvent',
    },
    askNumber: (brief) => `${brief}`,
    subscribe: 'S’abonner',
    preview: 'Aperçu',
    pause: 'Suspendre',
    resume: 'Reprendre',
    tryAgain: 'C’est réparé : reprendre',
    remove: 'Supprimer…',
    reallyRemove: 'Oui, le supprimer',
    back: 'Retour',
    copy: 'Me l’envoyer',
    shareHere: 'Partager ici',
    shareInThread: 'Partager dans le fil',
    addToChannel: 'M’ajouter à un canal',
    addToGroup: 'M’ajouter à un groupe',
    itIsThere: 'Elle y est',
    sendAgain: 'Elle n’y est pas : renvoyer',
  },
  youAreReading: 'Vous lisez ceci :',
  askAnything:
    'Écrivez simplement ce que vous voulez en savoir. Après une demi-heure, une question compte comme nouvelle.',
  whichOne: 'Écrivez simplement, ou choisissez celle dont vous voulez parler.',
  askForm: {
    brief: 'Quelle brève',
    allBriefs: 'Toutes',
    question: 'Votre question',
    questionHint: 'Que voulez-vous savoir ?',
  },
  notHereAnyMore: 'Ceci n’est plus là.',
  theLatest: 'Les derniers sujets :',
  whatIsWrong: 'Qu’est-ce qui ne va pas ?',
  thanks: 'Merci. C’est noté.',
  threadOf: (date: string) => `Questions et réponses · ${date}`,
  shared: 'Partagé. Qui m’y mentionne, ou me répond, peut poursuivre.',
  threadClosed: 'Le fil est fermé : rien ne peut y être partagé.',
  notShared: (detail: string) => `Le partage a échoué. Ce que la plateforme a dit : ${detail}`,
  copyIsSent:
    'C’est en route vers vos messages privés. Si rien n’arrive, autorisez les messages privés des membres de ce serveur et appuyez encore une fois.',
  copyIsThere: 'C’est déjà dans vos messages privés.',
  notMadeYet: (chat, next) =>
    `Voici ce que ${chat} recevrait maintenant. Rien n’est créé avant que vous n’appuyiez sur S’abonner. ${next}`,
  rightsMissing: (chat, rights) =>
    `Je ne peux pas encore publier dans ${chat}. Autorisez-moi là-bas : ${rights}. Puis réessayez.`,
  allSources: 'Les sources. Un numéro montre les phrases qui ont servi.',

  /* settings by buttons */
  settings: {
    which: 'Quel abonnement ?',
    choose: (field, now) => `${field} : actuellement ${now}. Choisissez autre chose :`,
    orWrite: (id, field) => `Ou écrivez vous-même : /edit ${id} ${field}: …`,
    removeQuestion: (id) => `Supprimer ${id} ? Ce qui a été envoyé reste.`,
    field: {
      topics: 'Thèmes',
      schedule: 'Horaires',
      zone: 'Fuseau horaire',
      quiet: 'Heures calmes',
      briefs: 'Brèves',
      points: 'Points',
      language: 'Langue',
      'after down time': 'Après une panne',
      'when unknown': 'En cas de doute',
      'when empty': 'Sans nouveauté',
      role: 'Rôle',
      followers: 'Abonnés',
    },
    value: {
      everything: 'tout',
      none: 'aucune',
      'every day at 7:00': 'chaque jour à 7:00',
      'every day at 8:00': 'chaque jour à 8:00',
      'every weekday at 7:30': 'du lundi au vendredi à 7:30',
      'every day at 18:00': 'chaque jour à 18:00',
      'twice a day': 'deux fois par jour',
      'every 3 hours': 'toutes les 3 heures',
      '22:00-07:00 move': '22:00-07:00 : attendre',
      '22:00-07:00 silence': '22:00-07:00 : sans son',
      late: 'envoyer la dernière en retard',
      merge: 'les réunir en une',
      skip: 'les omettre',
      once: 'ne pas renvoyer',
      again: 'envoyer encore une fois',
      nothing: 'ne rien envoyer',
      line: 'envoyer une ligne',
    },
  },
  start: {
    title: 'Je suis une rédaction pour les discussions.',
    reader:
      'Interrogez-moi sur l’actualité : je réponds à partir d’articles enregistrés, avec leurs sources, ou je dis que je ne sais pas.',
    owner:
      'Pour un canal ou un groupe : ajoutez-moi comme administrateur autorisé à publier. Je vous écris alors ici, et vous choisissez thèmes et horaires.',
    here: 'Pour des éditions dans cette discussion : /subscribe. Toutes les commandes : /help.',
  },
  membershipSaid: {
    gone: 'J’en ai été retiré',
    'no-right': 'Je n’ai plus le droit d’y publier',
  },
  setUp: {
    title: (chat) => `Je peux maintenant publier dans ${chat}.`,
    explain:
      'Rien n’est encore publié. Choisissez quoi et quand, regardez un aperçu, puis appuyez sur S’abonner.',
  },

  /* schedules, as they are written too */
  times: {
    everyDay: 'chaque jour',
    everyWeekday: 'chaque jour ouvré',
    weekend: 'le week-end',
    weekdays: ['dimanches', 'lundis', 'mardis', 'mercredis', 'jeudis', 'vendredis', 'samedis'],
    at: (days, hours) => `${days} à ${hours}`,
    hourly: 'chaque heure',
    everyHours: (hours) => `toutes les ${hours} heures`,
    everyMinutes: (minutes) => `toutes les ${minutes} minutes`,
    fromTo: (every, from, to) => `${every} de ${from} à ${to}`,
  },

  /* notices */
  chatEnded: (chat) => `${chat} n’existe plus. Rien ne peut plus y être envoyé.`,
  chatPaused: {
    gone: (chat) => `Je n’ai pas pu publier dans ${chat} : je n’y suis plus, ou elle n’existe plus.`,
    'no-right': (chat) => `Je n’ai pas pu publier dans ${chat} : je n’ai pas le droit d’y écrire.`,
    topic: (chat) => `Je n’ai pas pu publier dans ${chat} : son sujet est fermé ou supprimé.`,
  },
  editionOf: (time, date) => `L’édition de ${time} du ${date}`,
  isKept: (edition) =>
    `${edition} est conservée. Rien n’est envoyé à cette discussion jusqu’à ce que vous la repreniez.`,
  nothingIsLost:
    'Ce qui devait partir est conservé. Rien n’est envoyé à cette discussion jusqu’à ce que vous la repreniez.',
  mendChat: {
    gone: (resume) => `Ajoutez-moi de nouveau, puis : ${resume}`,
    'no-right': (resume) => `Donnez-moi le droit d’y écrire, puis : ${resume}`,
    topic: (resume) => `Rouvrez le sujet ou choisissez-en un autre, puis : ${resume}`,
  },
  isLate: (edition, chat) => `${edition} arrive en retard dans ${chat}.`,
  asksToWait: (until) =>
    `La plateforme me demande d’attendre jusqu’à ${until}. Je l’envoie ensuite, sauf si elle est devenue trop ancienne. Tu n’as rien à faire.`,
  mayHaveArrived: (edition, chat) => `${edition} est peut-être arrivée dans ${chat}, ou non.`,
  partOf: (part, parts) => `Il s’agit de la partie ${part} sur ${parts}.`,
  pleaseLook:
    'La connexion s’est rompue pendant l’envoi, et je ne peux pas regarder moi-même. Regardez, s’il vous plaît, et dites ce qui est vrai :',
  itIsThere: 'elle y est',
  itIsNotThere: 'elle n’y est pas',
  platformSaid: (detail) => `Ce qu’a dit la plateforme : ${detail}`,

  /* subscriptions */
  noticesIn: (chat) =>
    `Quand un de vos abonnements demandera une action, je vous préviendrai désormais dans ${chat}. Pour revenir : /notices private`,
  noticesInPrivate: 'Quand un de vos abonnements demandera une action, je vous préviendrai en privé.',
  subscription: {
    added: (id) => `${id} est créé.`,
    addedBefore: (id) => `Cette discussion a déjà le même abonnement : ${id}.`,
    changed: (id) => `${id} est modifié.`,
    unchanged: (id) => `${id} était déjà ainsi ; rien n’a changé.`,
    paused: (id) => `${id} est suspendu.`,
    pausedBefore: (id) => `${id} était déjà suspendu.`,
    resumed: (id) => `${id} reprend.`,
    resumedBefore: (id) => `${id} n’était pas suspendu.`,
    removed: (id) =>
      `${id} est supprimé. Ce qui attendait d’être envoyé est abandonné ; ce qui a été envoyé reste.`,
  },
  noSubscription: {
    chat: 'Cette discussion n’a pas encore d’abonnement.',
    cli: 'Il n’y a pas encore d’abonnement.',
  },
  nextEdition: (time) => `La prochaine édition vient : ${time}.`,
  pausedSince: (time) => `Suspendu depuis : ${time}.`,
  toGoOn: (resume) => `Pour reprendre : ${resume}`,
  chatPausedSince: (chat, time, reason) => `Rien n’a été envoyé à ${chat} depuis : ${time}. ${reason}`,
  whenMended: (resume) => `Quand c’est réparé : ${resume}`,
  overdue: (time) => `L’édition prévue (${time}) n’est pas encore faite.`,
  everything: 'tout',
  fieldMeans: {
    quiet: { move: 'les éditions attendent leur fin', silence: 'les messages arrivent sans son' },
    'after down time': {
      late: 'de celles qui ont été manquées, la dernière part en retard',
      merge: 'toutes celles qui ont été manquées viennent en une',
      skip: 'celles qui ont été manquées sont omises',
    },
    'when unknown': {
      once: 'un message peut-être arrivé n’est pas renvoyé ; on vous demande',
      again: 'un message peut-être arrivé est envoyé encore une fois',
    },
    'when empty': {
      nothing: 'une édition sans nouveauté n’est pas envoyée',
      line: 'une édition sans nouveauté le dit en une ligne',
    },
    followers: { yes: 'les serveurs qui suivent le salon les reçoivent aussi' },
  },
  rowNext: (time) => `prochaine : ${time}`,
  rowPaused: 'suspendu',
  rowChatPaused: 'discussion suspendue',
  how: {
    chat: {
      add: 'Pour en créer un : /subscribe climate change, -football; schedule: every weekday at 7:30; zone: Europe/Paris',
      edit: (id) => `Pour le modifier : /edit ${id} points: 2; quiet: 22:00-07:00`,
      preview: (id) => `Pour voir la prochaine édition maintenant : /preview ${id}`,
      resume: (id) => `/resume ${id}`,
    },
    cli: {
      add: 'Pour en créer un : brevier subscriptions add --chat terminal:local',
      edit: (id) => `Pour le modifier : brevier subscriptions edit ${id} --points 2`,
      preview: (id) => `Pour voir la prochaine édition maintenant : brevier subscriptions preview ${id}`,
      resume: (id) => `brevier subscriptions resume ${id}`,
    },
  },

  /* why */
  allIsWell: (next) => `Tout va bien. ${next}`,
  lastWentWrong: (next) => `La dernière édition n’est pas arrivée comme prévu ; voir ci-dessous. ${next}`,
  noEditionYet: 'Aucune édition n’a encore été due.',
  subscriptionGone: 'Cet abonnement a été supprimé.',
  subscriptionRemoved: (id) => `${id} a été supprimé. Voici ses éditions.`,
  noDesk: 'Aucun desk ne tourne, donc rien n’est fait ni envoyé. brevier start en lance un.',
  editionIs: {
    open: 'Elle est en cours.',
    onItsWay: 'Elle est en route.',
    sent: (briefs) => `Envoyée avec ${briefs}.`,
    nothingSent: (reason) => `Rien n’a été envoyé. ${reason}`,
    notMade: (reason) => `Pas faite. ${reason}`,
    waiting: (reason) => `Pas encore envoyée. ${reason}`,
    notSent: (reason) => `Pas envoyée. ${reason}`,
    mayHaveArrived: (reason) => `Peut-être arrivée, ou non. ${reason}`,
    part: (part, parts, text) => `Partie ${part} sur ${parts} : ${text}`,
  },
  missedBefore: (slots) =>
    plural(slots, {
      one: 'Une édition précédente a été manquée parce qu’aucun desk ne tournait.',
      other: `${slots} éditions précédentes ont été manquées parce qu’aucun desk ne tournait.`,
    }),
  oneLine: 'une ligne qui le dit',
  briefs: (count) => plural(count, { one: `${count} brève`, other: `${count} brèves` }),
  leftOut: 'Sujets qui convenaient et ont été laissés de côté :',
  otherPosts: 'Autres messages qui ne sont pas arrivés :',
  retryIt: (id) => `Pour l’envoyer maintenant : brevier deliveries retry ${id}`,
  settleIt: (id) =>
    `Regardez là-bas, puis dites ce qui est vrai : brevier deliveries settle ${id} --arrived, ou --again, ou --drop`,

  /* reasons */
  reason: {
    noStories: 'Aucun sujet n’était arrivé.',
    offTopic: (stories) =>
      plural(stories, {
        one: 'Un sujet était arrivé, et il ne correspondait pas aux thèmes.',
        other: `${stories} sujets étaient arrivés, et aucun ne correspondait aux thèmes.`,
      }),
    allTold: (stories) =>
      plural(stories, {
        one: 'Un sujet convenait, et il avait déjà été traité ici.',
        other: `${stories} sujets convenaient, et tous avaient déjà été traités ici.`,
      }),
    told: (time) => `Il a été traité ici (${time}), et rien de nouveau n’est venu depuis.`,
    noPoints: 'Rien ne pouvait être dit en phrases que ses articles soutiennent.',
    noRoom: 'L’édition était pleine ; d’autres comptaient davantage.',
    topicShare: 'Son thème avait déjà sa part de l’édition.',
    sourceShare: 'Sa source avait déjà sa part de l’édition.',
    missed: {
      late: 'Son heure est passée sans qu’un desk tourne ; la dernière édition manquée a été envoyée en retard à sa place.',
      merge:
        'Son heure est passée sans qu’un desk tourne ; ce qu’elle aurait dit est dans l’édition suivante.',
      skip: 'Son heure est passée sans qu’un desk tourne, et cet abonnement omet ce qui est manqué.',
    },
    subscriptionPaused: 'L’abonnement était suspendu.',
    subscriptionRemoved: 'L’abonnement a été supprimé.',
    chatPaused: (time) => `Sa discussion était suspendue depuis : ${time}.`,
    noAdapter: (platform) =>
      `Le desk qui tournait alors ne pouvait rien envoyer sur ${platform} : la plateforme n’était pas configurée, ou personne n’était devant.`,
    failed: (detail) => `La composition a échoué : ${detail}`,
    later: (detail) => `La plateforme a demandé d’attendre : ${detail}`,
    refused: {
      ended: (detail) => `La discussion n’existe plus : ${detail}`,
      gone: (detail) => `La discussion n’existe plus, ou je n’y suis plus : ${detail}`,
      'no-right': (detail) => `Je n’ai pas le droit d’y écrire : ${detail}`,
      topic: (detail) => `Son sujet est fermé ou supprimé : ${detail}`,
      content: (detail) => `La plateforme n’a pas pu prendre ce qui était écrit : ${detail}`,
      token: (detail) => `La plateforme n’accepte pas le jeton reçu : ${detail}`,
    },
    unknown: (detail) => `Aucune réponse n’a dit si c’est arrivé : ${detail}`,
    processEnded: 'Le processus s’est terminé pendant l’envoi.',
    moved: 'La discussion avait changé d’adresse.',
    expired: 'L’attente a duré jusqu’à ce que ce soit trop ancien pour être envoyé.',
    earlierPart: (part) => `Cela vient après la partie ${part}, qui n’a pas été envoyée.`,
    attempts: (attempts) =>
      plural(attempts, {
        one: 'L’unique tentative n’a pas abouti.',
        other: `${attempts} tentatives n’ont pas abouti.`,
      }),
    settledByHand: 'Quelqu’un en a décidé ainsi.',
  },

  /* deliveries */
  noDelivery: 'Aucun envoi ne correspond.',
  deliveryState: {
    pending: 'attend',
    claimed: 'attend',
    sending: 'en cours d’envoi',
    delivered: 'livré',
    refused: 'pas envoyé',
    unknown: 'peut-être arrivé',
    expired: 'trop ancien',
  },
  deliveryIs: {
    edition: (id) => `édition ${id}`,
    notice: 'un avis à un propriétaire',
    reply: 'une réponse',
  },
  partOfAll: (part, parts) => `partie ${part} sur ${parts}`,
  deliveryRow: {
    chat: 'discussion',
    what: 'quoi',
    made: 'fait',
    due: 'prévu',
    settled: 'réglé',
    attempts: 'tentatives',
    receipt: 'reçu',
    expires: 'jusqu’à',
  },
  putBack: (ids) => `Sera renvoyé : ${ids}.`,
  waitsForChat: (chat) =>
    `${chat} est suspendue, donc cela attend la reprise ; brevier why ${chat} dit pourquoi.`,
  settledAs: {
    arrived: (id) => `${id} compte comme livré.`,
    drop: (id) => `${id} est abandonné et ne sera pas envoyé.`,
  },

  wrong,

  ...operator,
}
