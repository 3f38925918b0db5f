// Lo que Brevier dice de sí mismo, en español. Las órdenes y los ajustes se escriben igual en todos los idiomas.

import type { Texts } from '../texts.ts'
import { operator } from './operator.ts'
import { wrong } from './wrong/es.ts'

export const es: Texts = {
  /* editions and briefs */
  editionTitle: (date, time) => `Brevier · ${date}${time === undefined ? '' : `, ${time}`}`,
  nothingNew: 'Nada nuevo: ningún artículo guardado de este periodo encaja.',
  noNewStories: 'Nada nuevo: no ha llegado ninguna noticia.',
  noneFits: (stories) =>
    stories === 1
      ? 'Nada nuevo: ha llegado una noticia y no encaja en los temas.'
      : `Nada nuevo: han llegado ${stories} noticias y ninguna encaja en los temas.`,
  allTold: (stories) =>
    stories === 1
      ? 'Nada nuevo: encaja una noticia y ya se contó aquí.'
      : `Nada nuevo: encajan ${stories} noticias y todas se contaron ya aquí.`,
  update: (since) => `Actualización: lo nuevo desde ${since}.`,
  late: (time) => `Con retraso: esta edición tenía que salir a las ${time}.`,
  merged: (editions) =>
    editions === 1
      ? 'Vale también por la edición anterior, que no pudo hacerse.'
      : `Vale también por las ${editions} ediciones anteriores, que no pudieron hacerse.`,
  dropped: (editions) =>
    editions === 1
      ? 'La edición anterior no pudo hacerse y se omite.'
      : `Las ${editions} ediciones anteriores no pudieron hacerse y se omiten.`,
  notSent: 'Esto no se enviaría: esta suscripción calla cuando no hay nada nuevo.',

  /* sources */
  excerpt: 'extracto',
  inLanguage: (language) => `en ${language}`,

  /* answers */
  quote: (words) => `«${words}»`,
  written: (model) => `Escrito por un modelo de lenguaje (${model}) y comprobado con las frases que cita.`,
  quotedPoints: 'Un punto entre comillas es una frase de su artículo.',
  /** "19 people (Valley Radio), 12 people (Meridian News)" */
  figuresDiffer: (figures) => `Las cifras difieren: ${figures}.`,
  missing: (words) => `No está en lo que tengo guardado: ${words}`,
  fromStored: 'De los artículos guardados:',
  partial: 'Los artículos guardados responden solo a una parte:',
  closest: 'Esto no es una respuesta, solo lo más cercano que tengo guardado:',
  notStored: 'No está en lo que tengo guardado.',
  nothingStored: 'Todavía no hay nada guardado, así que no puedo responder nada. Para añadir algo:',
  outOfScope:
    'Cuento lo que dicen los artículos guardados. Los consejos, las predicciones y las opiniones no me corresponden.',
  ambiguous:
    'Esto puede significar varias cosas en lo que tengo guardado. Nombra, por favor, a la persona, el lugar o el suceso.',
  retention: 'Eso es más antiguo que lo que conservo.',
  nearest: 'Lo más cercano:',

  /* suggested questions; a name stands as its article wrote it */
  whatDidSay: (name) => `¿Qué dijo ${name}?`,
  canBeAsked: 'Algunas preguntas que puedo responder:',

  /* answers that are being made */
  lookingUp: 'Lo estoy buscando …',
  reading: (articles) => (articles === 1 ? 'Leo 1 artículo …' : `Leo ${articles} artículos …`),
  stillChecking: 'Comprobado hasta aquí. Sigo en ello …',
  stopped: 'Detenido.',
  stoppedThere: 'Detenido aquí. Lo de arriba está comprobado.',

  /* lists */
  noMatch: 'Ningún artículo guardado contiene estas palabras.',
  noStories: 'No hay noticias en este periodo.',
  articles: (count) => (count === 1 ? '1 artículo' : `${count} artículos`),
  andMore: (names, more) => (more === 0 ? names : `${names} y ${more} más`),

  /* commands */
  helpTitle: 'Lo que puedes decir',
  helpQuestion: 'Escribe una pregunta; la respondo con lo que está guardado.',
  helpExample:
    'Por ejemplo: /subscribe climate change, -football; schedule: every weekday at 7:30; zone: Europe/Madrid',
  commandGroup: {
    news: 'Ahora',
    subscriptions: 'Con horario',
  },
  commandAbout: {
    ask: 'una respuesta con lo que está guardado',
    brief: 'las breves del último día, o las de un tema',
    sources: 'las frases detrás de la marca [2], en sus párrafos',
    stories: 'las noticias del último día',
    help: 'esta lista',
    subscribe: 'breves para este chat, con horario',
    subscriptions: 'qué recibe este chat, y cuándo',
    edit: 'cambiar lo que se nombra y dejar el resto',
    pause: 'no enviar nada hasta que se reanude',
    resume: 'seguir desde ahora',
    unsubscribe: 'terminarla',
    preview: 'la próxima edición, tal como saldría ahora',
    why: 'por qué una edición salió o no salió',
    settings: 'qué recibe este chat, con botones',
    notices: 'avisarme aquí, y no en privado, cuando una de mis suscripciones necesite atención',
    start: 'qué soy y cómo empezar',
  },
  askForQuestion: '¿Qué quieres saber?',
  yourQuestion: 'Tu pregunta',
  commandWords: {
    where: 'private, para recibir los avisos otra vez en privado',
    schedule: 'cuándo llega: cada día laborable a las 7:30, dos veces al día',
    zone: 'la zona horaria del horario: Europe/Berlin',
    channel: 'el canal, hilo o foro del que se trata; si no, este',
    question: 'tu pregunta',
    topic: 'un tema, o una noticia de la lista',
    mark: 'el número de la marca',
    topics: 'temas, y más tras un punto y coma: clima, -fútbol; zone: Europe/Madrid',
    changes: 'cuál, y qué de ella: u1 points: 2',
    subscription: 'cuál, si hay varias: u1',
    about: 'una suscripción o una edición: u1 o e3',
  },
  showToAll: 'mostrar la respuesta a todos aquí',
  unknownCommand: (name) => `No existe la orden /${name}. /help muestra las que hay.`,
  nothingShown: 'Todavía no se ha mostrado ninguna marca. Pregunta algo o di /brief.',
  noSuchMark: (mark) =>
    /^\d+$/.test(mark)
      ? `No hay ninguna marca [${mark}] en lo último que se mostró.`
      : '¿Qué marca? Dilo con su número: /sources 2',
  apology: 'Algo ha fallado por mi parte. El registro dice por qué; pregunta otra vez, por favor.',

  /* buttons, and what is said to those who press them */
  buttons: {
    ask: 'Preguntar sobre esto',
    why: (brief) => (brief === undefined ? '¿Por qué?' : `¿Por qué ${brief}?`),
    sources: 'Fuentes',
    mark: (mark) => `[${mark}]`,
    noGood: '👎',
    reason: {
      'too-long': 'Demasiado largo',
      'off-topic': 'No es mi tema',
      wrong: 'Incorrecto',
      'too-often': 'Demasiado a menudo',
    },
    askNumber: (brief) => `${brief}`,
    subscribe: 'Suscribirse',
    preview: 'Vista previa',
    pause: 'Pausar',
    resume: 'Seguir',
    tryAgain: 'Arreglado: seguir',
    remove: 'Eliminar…',
    reallyRemove: 'Sí, eliminarla',
    back: 'Atrás',
    copy: 'Enviármelo',
    shareHere: 'Compartir aquí',
    shareInThread: 'Compartir en el hilo',
    addToChannel: 'Añadirme a un canal',
    addToGroup: 'Añadirme a un grupo',
    itIsThere: 'Está ahí',
    sendAgain: 'No está: enviar otra vez',
  },
  youAreReading: 'Estás leyendo esto:',
  askAnything: 'Escribe lo que quieras saber sobre ello. Pasada media hora, tomo una pregunta como nueva.',
  whichOne: 'Escribe sin más, o elige una de la que hablar.',
  askForm: {
    brief: 'Qué breve',
    allBriefs: 'Todas',
    question: 'Tu pregunta',
    questionHint: '¿Qué quieres saber?',
  },
  notHereAnyMore: 'Esto ya no está aquí.',
  theLatest: 'Las últimas noticias:',
  whatIsWrong: '¿Qué tiene de malo?',
  thanks: 'Gracias. Queda anotado.',
  threadOf: (date: string) => `Preguntas y respuestas · ${date}`,
  shared: 'Compartido. Quien me mencione allí, o me responda, puede seguir preguntando.',
  threadClosed: 'El hilo está cerrado; allí no se puede compartir nada.',
  notShared: (detail: string) => `No se pudo compartir. Lo que dijo la plataforma: ${detail}`,
  copyIsSent:
    'Va de camino a tus mensajes privados. Si no llega, permite los mensajes privados de los miembros de este servidor y pulsa otra vez.',
  copyIsThere: 'Ya está en tus mensajes privados.',
  notMadeYet: (chat, next) =>
    `Esto recibiría ahora ${chat}. No se crea nada hasta que pulses Suscribirse. ${next}`,
  rightsMissing: (chat, rights) =>
    `Todavía no puedo publicar en ${chat}. Permíteme allí: ${rights}. Luego inténtalo otra vez.`,
  allSources: 'Las fuentes. Un número muestra las frases que se usaron.',

  /* settings by buttons */
  settings: {
    which: '¿Qué suscripción?',
    choose: (field, now) => `${field}: ahora ${now}. Elige otro valor:`,
    orWrite: (id, field) => `O escribe el tuyo: /edit ${id} ${field}: …`,
    removeQuestion: (id) => `¿Eliminar ${id}? Lo enviado se queda.`,
    field: {
      topics: 'Temas',
      schedule: 'Horario',
      zone: 'Zona horaria',
      quiet: 'Horas de silencio',
      briefs: 'Breves',
      points: 'Puntos',
      language: 'Idioma',
      'after down time': 'Tras una parada',
      'when unknown': 'En caso de duda',
      'when empty': 'Sin novedades',
      role: 'Rol',
      followers: 'Seguidores',
    },
    value: {
      everything: 'todo',
      none: 'ninguna',
      'every day at 7:00': 'cada día a las 7:00',
      'every day at 8:00': 'cada día a las 8:00',
      'every weekday at 7:30': 'de lunes a viernes a las 7:30',
      'every day at 18:00': 'cada día a las 18:00',
      'twice a day': 'dos veces al día',
      'every 3 hours': 'cada 3 horas',
      '22:00-07:00 move': '22:00-07:00: esperar',
      '22:00-07:00 silence': '22:00-07:00: sin sonido',
      late: 'enviar la última con retraso',
      merge: 'juntarlas en una',
      skip: 'omitirlas',
      once: 'no enviar otra vez',
      again: 'enviar una vez más',
      nothing: 'no enviar nada',
      line: 'enviar una línea',
    },
  },
  start: {
    title: 'Soy una redacción de noticias para chats.',
    reader:
      'Pregúntame por las noticias: respondo con artículos guardados y sus fuentes, o digo que no lo sé.',
    owner:
      'Para un canal o un grupo: añádeme como administrador con permiso para publicar. Entonces te escribo aquí y eliges temas y horario.',
    here: 'Para recibir ediciones en este chat: /subscribe. Todas las órdenes: /help.',
  },
  membershipSaid: {
    gone: 'Me han quitado de ahí',
    'no-right': 'Ya no puedo publicar ahí',
  },
  setUp: {
    title: (chat) => `Ya puedo publicar en ${chat}.`,
    explain: 'Todavía no se publica nada. Elige qué y cuándo, mira una vista previa y pulsa Suscribirse.',
  },

  /* schedules, as they are written too */
  times: {
    everyDay: 'cada día',
    everyWeekday: 'cada día laborable',
    weekend: 'los fines de semana',
    weekdays: ['domingos', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábados'],
    at: (days, hours) => `${days} a las ${hours}`,
    hourly: 'cada hora',
    everyHours: (hours) => `cada ${hours} horas`,
    everyMinutes: (minutes) => `cada ${minutes} minutos`,
    fromTo: (every, from, to) => `${every} de ${from} a ${to}`,
  },

  /* notices */
  chatEnded: (chat) => `${chat} ya no existe. No se puede enviar nada más ahí.`,
  chatPaused: {
    gone: (chat) => `No he podido publicar en ${chat}: ya no estoy ahí, o el chat ya no existe.`,
    'no-right': (chat) => `No he podido publicar en ${chat}: no tengo permiso para escribir ahí.`,
    topic: (chat) => `No he podido publicar en ${chat}: su tema está cerrado o eliminado.`,
  },
  editionOf: (time, date) => `La edición de las ${time} del ${date}`,
  isKept: (edition) => `${edition} está guardada. No se envía nada a este chat hasta que lo reanudes.`,
  nothingIsLost: 'Lo que se iba a enviar está guardado. No se envía nada a este chat hasta que lo reanudes.',
  mendChat: {
    gone: (resume) => `Añádeme otra vez y luego: ${resume}`,
    'no-right': (resume) => `Dame permiso para escribir ahí y luego: ${resume}`,
    topic: (resume) => `Abre el tema otra vez o elige otro, y luego: ${resume}`,
  },
  isLate: (edition, chat) => `${edition} llega con retraso a ${chat}.`,
  asksToWait: (until) =>
    `La plataforma me pide que espere hasta las ${until}. Entonces la envío, salvo que ya sea demasiado antigua. No tienes que hacer nada.`,
  mayHaveArrived: (edition, chat) => `${edition} puede haber llegado a ${chat}, o no.`,
  partOf: (part, parts) => `Se trata de la parte ${part} de ${parts}.`,
  pleaseLook:
    'La conexión se cortó mientras la enviaba y no puedo mirar ahí. Míralo, por favor, y di qué es cierto:',
  itIsThere: 'está ahí',
  itIsNotThere: 'no está',
  platformSaid: (detail) => `Lo que dijo la plataforma: ${detail}`,

  /* subscriptions */
  noticesIn: (chat) =>
    `Cuando una de tus suscripciones necesite atención, te avisaré desde ahora en ${chat}. Para volver: /notices private`,
  noticesInPrivate: 'Cuando una de tus suscripciones necesite atención, te avisaré en privado.',
  subscription: {
    added: (id) => `${id} está hecha.`,
    addedBefore: (id) => `Este chat ya tiene la misma suscripción: ${id}.`,
    changed: (id) => `${id} ha cambiado.`,
    unchanged: (id) => `${id} ya era así; no ha cambiado nada.`,
    paused: (id) => `${id} está en pausa.`,
    pausedBefore: (id) => `${id} ya estaba en pausa.`,
    resumed: (id) => `${id} sigue adelante.`,
    resumedBefore: (id) => `${id} no estaba en pausa.`,
    removed: (id) => `${id} se ha eliminado. Lo que esperaba para enviarse se descarta; lo enviado se queda.`,
  },
  noSubscription: {
    chat: 'Este chat no tiene ninguna suscripción todavía.',
    cli: 'No hay ninguna suscripción todavía.',
  },
  nextEdition: (time) => `La próxima edición sale: ${time}.`,
  pausedSince: (time) => `Está en pausa desde: ${time}.`,
  toGoOn: (resume) => `Para seguir: ${resume}`,
  chatPausedSince: (chat, time, reason) => `No se ha enviado nada a ${chat} desde: ${time}. ${reason}`,
  whenMended: (resume) => `Cuando esté arreglado: ${resume}`,
  overdue: (time) => `La edición de ${time} debería estar hecha y todavía no lo está.`,
  everything: 'todo',
  fieldMeans: {
    quiet: { move: 'las ediciones esperan a que terminen', silence: 'los mensajes llegan sin sonido' },
    'after down time': {
      late: 'de las perdidas, la última se envía con retraso',
      merge: 'todas las perdidas llegan en una',
      skip: 'las perdidas se omiten',
    },
    'when unknown': {
      once: 'un mensaje que puede haber llegado no se envía otra vez; se te pregunta',
      again: 'un mensaje que puede haber llegado se envía una vez más',
    },
    'when empty': {
      nothing: 'una edición sin novedades no se envía',
      line: 'una edición sin novedades lo dice en una línea',
    },
    followers: { yes: 'las reciben también los servidores que siguen el canal' },
  },
  rowNext: (time) => `próxima: ${time}`,
  rowPaused: 'en pausa',
  rowChatPaused: 'chat en pausa',
  how: {
    chat: {
      add: 'Para hacer una: /subscribe climate change, -football; schedule: every weekday at 7:30; zone: Europe/Madrid',
      edit: (id) => `Para cambiarla: /edit ${id} points: 2; quiet: 22:00-07:00`,
      preview: (id) => `Para ver ahora la próxima edición: /preview ${id}`,
      resume: (id) => `/resume ${id}`,
    },
    cli: {
      add: 'Para hacer una: brevier subscriptions add --chat terminal:local',
      edit: (id) => `Para cambiarla: brevier subscriptions edit ${id} --points 2`,
      preview: (id) => `Para ver ahora la próxima edición: brevier subscriptions preview ${id}`,
      resume: (id) => `brevier subscriptions resume ${id}`,
    },
  },

  /* why */
  allIsWell: (next) => `Todo va bien. ${next}`,
  lastWentWrong: (next) => `La última edición no llegó como estaba previsto; véase abajo. ${next}`,
  noEditionYet: 'Todavía no ha tocado ninguna edición.',
  subscriptionGone: 'Esta suscripción se eliminó.',
  subscriptionRemoved: (id) => `${id} se eliminó. Estas fueron sus ediciones.`,
  noDesk:
    'No hay ningún desk en marcha, así que no se hace ni se envía nada. brevier start pone uno en marcha.',
  editionIs: {
    open: 'Se está haciendo.',
    onItsWay: 'Está en camino.',
    sent: (briefs) => `Enviada con ${briefs}.`,
    nothingSent: (reason) => `No se envió nada. ${reason}`,
    notMade: (reason) => `No se hizo. ${reason}`,
    waiting: (reason) => `No se ha enviado todavía. ${reason}`,
    notSent: (reason) => `No se envió. ${reason}`,
    mayHaveArrived: (reason) => `Puede haber llegado, o no. ${reason}`,
    part: (part, parts, text) => `Parte ${part} de ${parts}: ${text}`,
  },
  missedBefore: (slots) =>
    slots === 1
      ? 'Se perdió una edición anterior porque no había ningún desk en marcha.'
      : `Se perdieron ${slots} ediciones anteriores porque no había ningún desk en marcha.`,
  oneLine: 'una línea que lo dice',
  briefs: (count) => (count === 1 ? '1 breve' : `${count} breves`),
  leftOut: 'Noticias que encajaban y quedaron fuera:',
  otherPosts: 'Otros mensajes que no llegaron:',
  retryIt: (id) => `Para enviarlo ahora: brevier deliveries retry ${id}`,
  settleIt: (id) =>
    `Míralo ahí y di qué es cierto: brevier deliveries settle ${id} --arrived, o --again, o --drop`,

  /* reasons */
  reason: {
    noStories: 'No había llegado ninguna noticia.',
    offTopic: (stories) =>
      stories === 1
        ? 'Había llegado una noticia y no encajaba en los temas.'
        : `Habían llegado ${stories} noticias y ninguna encajaba en los temas.`,
    allTold: (stories) =>
      stories === 1
        ? 'Encajaba una noticia y ya se había contado aquí.'
        : `Encajaban ${stories} noticias y todas se habían contado ya aquí.`,
    told: (time) => `Se contó aquí (${time}) y desde entonces no hubo novedades.`,
    noPoints: 'No se pudo contar nada con frases que sus artículos respalden.',
    noRoom: 'La edición estaba llena; otras importaban más.',
    topicShare: 'Su tema ya tenía su parte de la edición.',
    sourceShare: 'Su fuente ya tenía su parte de la edición.',
    missed: {
      late: 'Su hora pasó sin ningún desk en marcha; en su lugar se envió con retraso la última edición perdida.',
      merge: 'Su hora pasó sin ningún desk en marcha; lo que habría contado está en la edición siguiente.',
      skip: 'Su hora pasó sin ningún desk en marcha, y esta suscripción omite lo que se pierde.',
    },
    subscriptionPaused: 'La suscripción estaba en pausa.',
    subscriptionRemoved: 'La suscripción se eliminó.',
    chatPaused: (time) => `Su chat estaba en pausa desde: ${time}.`,
    noAdapter: (platform) =>
      `El desk que estaba en marcha entonces no podía publicar en ${platform}: no estaba configurado o no había nadie delante.`,
    failed: (detail) => `Falló al hacerse: ${detail}`,
    later: (detail) => `La plataforma pidió esperar: ${detail}`,
    refused: {
      ended: (detail) => `El chat ya no existe: ${detail}`,
      gone: (detail) => `El chat ya no existe, o ya no estoy en él: ${detail}`,
      'no-right': (detail) => `No tengo permiso para escribir ahí: ${detail}`,
      topic: (detail) => `Su tema está cerrado o eliminado: ${detail}`,
      content: (detail) => `La plataforma no pudo aceptar lo escrito: ${detail}`,
      token: (detail) => `La plataforma no acepta el token que recibió: ${detail}`,
    },
    unknown: (detail) => `Ninguna respuesta dijo si llegó: ${detail}`,
    processEnded: 'El proceso terminó mientras estaba en camino.',
    moved: 'El chat se había mudado a otra dirección.',
    expired: 'Esperó hasta ser demasiado antiguo para enviarse.',
    earlierPart: (part) => `Va después de la parte ${part}, que no se envió.`,
    attempts: (attempts) =>
      attempts === 1 ? 'No salió en el único intento.' : `No salió en ${attempts} intentos.`,
    settledByHand: 'Alguien lo decidió así.',
  },

  /* deliveries */
  noDelivery: 'Ningún envío encaja.',
  deliveryState: {
    pending: 'espera',
    claimed: 'espera',
    sending: 'se está enviando',
    delivered: 'entregado',
    refused: 'no enviado',
    unknown: 'puede haber llegado',
    expired: 'demasiado antiguo',
  },
  deliveryIs: {
    edition: (id) => `edición ${id}`,
    notice: 'un aviso a un propietario',
    reply: 'una respuesta',
  },
  partOfAll: (part, parts) => `parte ${part} de ${parts}`,
  deliveryRow: {
    chat: 'chat',
    what: 'qué',
    made: 'hecho',
    due: 'previsto',
    settled: 'resuelto',
    attempts: 'intentos',
    receipt: 'recibo',
    expires: 'hasta',
  },
  putBack: (ids) => `Se enviará otra vez: ${ids}.`,
  waitsForChat: (chat) =>
    `${chat} está en pausa, así que esto espera hasta que se reanude; brevier why ${chat} dice por qué.`,
  settledAs: {
    arrived: (id) => `${id} cuenta como entregado.`,
    drop: (id) => `${id} se descarta y no se enviará.`,
  },

  wrong,

  ...operator,
}
