import { expect, test } from 'vitest'
import { detectLanguage } from '../../src/text/language.ts'

test.each([
  ['en', 'The mayor of the harbour town opened a new bridge on Monday after three years of building work.'],
  ['en', 'New bridge opens in Aldmoor after three years'],
  ['de', 'Der Bürgermeister der Hafenstadt eröffnete am Montag nach drei Jahren Bauzeit eine neue Brücke.'],
  ['es', 'El alcalde de la ciudad portuaria inauguró el lunes un nuevo puente tras tres años de obras.'],
  ['fr', 'Le maire de la ville portuaire a inauguré lundi un nouveau pont après trois ans de travaux.'],
  ['it', 'Il sindaco della città portuale ha inaugurato lunedì un nuovo ponte dopo tre anni di lavori.'],
  ['pt', 'O presidente da câmara da cidade portuária inaugurou na segunda-feira uma nova ponte.'],
  ['nl', 'De burgemeester van de havenstad opende maandag een nieuwe brug na drie jaar bouwen.'],
  ['pl', 'Burmistrz miasta portowego otworzył w poniedziałek nowy most po trzech latach budowy.'],
  ['sv', 'Borgmästaren i hamnstaden öppnade på måndagen en ny bro efter tre års byggarbete.'],
  ['tr', 'Liman kentinin belediye başkanı üç yıllık inşaatın ardından pazartesi günü yeni bir köprü açtı.'],
  ['ru', 'Мэр портового города открыл в понедельник новый мост после трёх лет строительства.'],
  ['uk', 'Мер портового міста відкрив у понеділок новий міст після трьох років будівництва.'],
  ['ar', 'افتتح رئيس بلدية المدينة الساحلية يوم الاثنين جسرا جديدا بعد ثلاث سنوات من العمل.'],
  ['fa', 'شهردار شهر بندری روز دوشنبه پل جدیدی را پس از سه سال ساخت افتتاح کرد.'],
  ['he', 'ראש העיר פתח ביום שני גשר חדש לאחר שלוש שנות בנייה.'],
  ['hi', 'बंदरगाह शहर के महापौर ने सोमवार को तीन साल के निर्माण के बाद एक नए पुल का उद्घाटन किया।'],
  ['ja', '港町の市長は月曜日、三年間の工事を終えて新しい橋を開通させた。'],
  ['zh', '港口城市的市长周一宣布新桥在三年施工之后正式通车。'],
  ['ko', '항구 도시의 시장은 월요일 3년간의 공사 끝에 새 다리를 개통했다.'],
])('%s: %s', async (language, text) => {
  expect(await detectLanguage(text)).toBe(language)
})

test.each([
  ['a name', 'Aldmoor'],
  ['numbers and an address', '12 345 67 89 https://example.org/the-new-bridge-is-open'],
  ['noise', 'Qwx zzkr plmf vvtr hhkd wwpq nnbv ttrf ghjk lkjh'],
  ['nothing', ''],
])('%s is no language', async (_, text) => {
  expect(await detectLanguage(text)).toBeUndefined()
})
