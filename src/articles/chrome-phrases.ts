// What sites write over and before links to their other stories, per language.

/** A heading over links to other stories: nothing follows it on its line. */
export const RELATED_HEADINGS = [
  'see also|read (?:more|also|next)|also read|more stories|more news|more like this|more to read|further reading',
  '(?:related|similar|recommended|suggested)(?: (?:articles?|stories|story|news|topics?|content|coverage|posts?|links?|reading|for you|videos?|items))?',
  "you (?:may|might|could) (?:also )?(?:like|enjoy|be interested in)|we recommend|don['’]t miss|in case you missed it|for you",
  '(?:most|the most) (?:read|popular|viewed|shared|commented|watched|recent)(?: (?:stories|articles|news|now|today))?|trending(?: now| stories| topics)?',
  "editor['’]?s['’]? (?:picks?|choice)|top (?:stories|news|headlines)|latest(?: (?:news|stories|headlines|articles|updates|videos))?|popular(?: (?:now|stories|articles|posts))?|up next|what to read next|what['’]s new|headlines|recent (?:posts|articles|stories|news)|other (?:news|stories)",
  'mehr zum thema|mehr (?:artikel|nachrichten|themen|meldungen)|zum thema|siehe auch|auch interessant|lesen sie auch|das könnte (?:sie|dich|ihnen) (?:auch )?(?:interessieren|gefallen)|weitere (?:artikel|themen|nachrichten|meldungen|beiträge)|meistgelesen(?:e artikel)?|(?:das )?meist(?:ge|kom)\\p{L}+|empfehlungen(?: der redaktion)?|empfohlene? (?:artikel|beiträge|redaktionelle inhalte?)|ähnliche (?:artikel|beiträge|themen)|passend zum thema|verwandte (?:artikel|themen)|neueste (?:artikel|nachrichten|beiträge)|aktuelle (?:nachrichten|meldungen|artikel)|schlagzeilen|top[- ]?(?:themen|artikel|news)',
  'lire aussi|à lire(?: aussi| également)?|voir aussi|sur le même (?:sujet|thème)|(?:articles?|contenus?|sujets?) (?:liés?|associés?|similaires|connexes|recommandés?)|les plus (?:lus|populaires|commentés|partagés)|à ne pas manquer|dans la même rubrique|à la une|nos dernières (?:infos|actualités)',
  'te puede interesar|(?:también )?te (?:puede|podría) (?:también )?interesar|le puede interesar|lee(?:r)? también|ver también|vea también|más noticias|noticias relacionadas|(?:artículos|temas|contenidos?|notas) relacionad[oa]s?|lo más (?:leído|visto|popular)|(?:las )?más (?:leídas|vistas)|últimas noticias|no te pierdas',
  'читайте также|смотрите также|материалы по теме|по теме|похожие (?:новости|материалы|статьи)|самое (?:читаемое|популярное)|популярное|другие новости|главные новости|последние новости|новости по теме|вам может быть интересно|лента новостей',
  'leggi anche|potrebbe interessarti(?: anche)?|articoli correlati|i più letti|leia (?:também|mais)|veja também|mais lidas|notícias relacionadas|lees (?:ook|meer|verder)|meest gelezen|gerelateerd(?:e artikelen)?|czytaj (?:także|też|również|więcej)|zobacz (?:także|też|również)|polecamy|läs (?:också|mer)|mest lästa|les også|læs også',
].join('|')

/** The same words before a link on one line: "See also: Harbour fees rise again". */
export const POINTERS = [
  "see also|see more|read (?:more|also|next|this|the full (?:story|article|report)|our|on|full)|also read|more(?: on| from| about)|related(?: (?:articles?|story|stories|news|topics?|links?|coverage|reading))?|(?:don['’]t|do not) miss|watch(?: also| more| now| live| the video)?|listen(?: now| to)?|up next|further reading|editor['’]?s picks?",
  'lesen sie (?:auch|mehr|hier|dazu)(?: (?:auch|mehr|dazu|hier))?|lies auch|mehr (?:zum thema|dazu|lesen)|siehe auch|auch interessant|zum thema|passend dazu|weiterlesen',
  'lire aussi|à lire(?: aussi| également)?|lire (?:également|la suite|plus)|voir aussi|à (?:voir|écouter)(?: aussi)?|notre (?:dossier|article|enquête)|(?:pour )?en savoir plus',
  'lee(?:r|e)? (?:también|más|además)|lea (?:también|más|además)|ver (?:también|más)|vea (?:también|más)|mira (?:también|más)|te puede interesar|(?:más|mayor) información|sigue leyendo',
  'читайте также|читайте|читать (?:также|далее|ещё|еще)|смотрите также|по теме|подробнее',
  'leggi anche|guarda anche|leia (?:também|mais)|veja também|saiba mais|lees (?:ook|meer|verder)|czytaj (?:także|też|również|więcej)|zobacz (?:także|też|również)|läs (?:också|mer|även)|les også|læs også',
].join('|')

/** These lead to other stories too, but also begin sentences: "Background: the dispute began in 1998." */
export const WEAK_POINTERS =
  'recommended|suggested|in (?:pictures|pics|photos|video)|explained|explainer|analysis|opinion|previously|background|live updates?|trending|must[- ]read|hintergrund|kommentar|video|podcast|mehr zu|weitere infos|(?:re)?voir|entretien|además|смотрите|видео'
