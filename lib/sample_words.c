/* sample_words.c - invented people, places and goods, encoded and quoted */
#include <iconv.h>
#include <stdlib.h>
#include <string.h>

#include "base.h"
#include "encoding.h"
#include "sample_words.h"

enum { WORDS_ROOM = 1 << 16, WORD_ROOM = 2048 };

static const char *const family[FAMILIES] = { "佐藤", "鈴木", "髙橋", "田中",
	"伊藤", "渡邊", "山﨑", "中村", "小林", "加藤", "吉田", "德永",
	"山田", "濵田", "井上", "木村" };
static const char *const family_kana[FAMILIES] = { "サトウ", "スズキ",
	"タカハシ", "タナカ", "イトウ", "ワタナベ", "ヤマザキ", "ナカムラ",
	"コバヤシ", "カトウ", "ヨシダ", "トクナガ", "ヤマダ", "ハマダ",
	"イノウエ", "キムラ" };
static const char *const given[GIVEN] = { "花子", "太郎", "美咲", "一郎",
	"さくら", "健", "陽子", "大輔", "由美", "翔太", "恵子", "誠", "真由",
	"浩", "優", "進" };
static const char *const given_kana[GIVEN] = { "ハナコ", "タロウ", "ミサキ",
	"イチロウ", "サクラ", "ケン", "ヨウコ", "ダイスケ", "ユミ", "ショウタ",
	"ケイコ", "マコト", "マユ", "ヒロシ", "ユウ", "ススム" };
static const char *const prefecture[PLACES] = { "東京都", "東京都", "東京都",
	"神奈川県", "神奈川県", "大阪府", "大阪府", "愛知県", "埼玉県",
	"北海道", "福岡県", "広島県" };
static const char *const street[PLACES] = { "架空区見本一丁目",
	"架空区見本二丁目", "見本区例町3丁目", "架空市例町4丁目",
	"見本市架空台", "架空市中央区例町", "見本市北区架空", "架空市見本町",
	"例市架空5丁目", "架空市南七条西8丁目", "見本市博例区架空",
	"架空市見本ヶ丘" };
const int place_number[PLACES] =
	{ 13, 13, 13, 14, 14, 27, 27, 23, 11, 1, 40, 34 };
const int place_zip[PLACES] = { 100, 150, 170, 220, 240, 530, 560, 450, 330,
	60, 810, 730 };

static const char *const memo[MEMOS] = { "", "要冷蔵\n置き配希望",
	"ギフト, のし有り", "のし「内祝い」\n名入れ: 髙橋㈱",
	"電話で確認済み", "\"至急\"", "領収書①枚", "定期№2以降は休止希望" };
static const char *const payment[PAYMENTS + 1] = { "", "郵便振替",
	"現金書留", "銀行振込", "代金引換", "クレジットカード" };
static const char *const state[STATES] = { "", "新規受付", "", "注文取消し",
	"対応中", "発送済み", "入金済み", "決済処理中", "購入処理中", "返品" };
static const char *const kind[ROW_KINDS] = { "", "商品", "送料", "手数料",
	"割引", "税", "ポイント" };
static const char *const sex[SEXES] = { "", "男性", "女性" };

static const char *const item[CATEGORIES * ITEMS] = {
	"深蒸し煎茶", "ほうじ茶ティーバッグ", "㈱髙山製茶の玄米茶",
	"京番茶①", "抹茶ラテの素", "和紅茶",
	"青汁「朝の一杯」", "黒酢カプセルⅡ", "乳酸菌サプリ", "葉酸サプリ",
	"ルテイン 20㎎", "コラーゲンパウダー",
	"美容液①（30ml）", "化粧水～しっとり～", "クレンジングバーム",
	"日焼け止め SPF50+", "オールインワンジェル", "泡洗顔",
	"チェリーアイスサンド", "彩のジェラートCUBE", "栗ようかん",
	"どら焼き", "焼き菓子 \"午後のひととき\"", "塩キャラメル, 袋入り",
	"有機玄米", "だしパック", "梅干し（はちみつ）", "能登の味噌",
	"オリーブオイル", "鯖の水煮缶",
	"お中元セット", "お歳暮セット", "内祝いカタログ", "名入れギフト",
	"季節の詰合せ №1", "母の日セット",
	"急須", "鉄瓶", "湯呑み", "保存瓶", "南部鉄フライパン", "箸置き",
	"犬用おやつ", "猫用おやつ", "無添加ドッグフード", "ペットシーツ",
	"またたび", "猫用爪とぎ" };
static const char *const size[SIZES] = { "標準", "小", "大", "ミニ",
	"3個セット", "訳あり", "6個セット", "ギフト箱入り" };
static const char *const course[2 * COURSES] = {
	"お試しセット～はじめての方へ～", "青汁 5包お試し", "無料サンプル",
	"美容液の定期便", "定期便 \"青汁\", 30包", "乳酸菌の定期便" };

static iconv_t
open_encoding(const struct words_style *style)
{
	const iconv_t to = encoding_open(style->encoding, "UTF-8");

	if (to == (iconv_t)-1)
		die(IO_FAILED, "iconv knows no encoding '%s'",
		    style->encoding);
	return to;
}

static size_t
encode(iconv_t to, const char *s, char out[WORD_ROOM])
{
	char *in = (char *)(uintptr_t)s, *p = out;
	size_t left = strlen(s), room = WORD_ROOM;

	if (iconv(to, &in, &left, &p, &room) == (size_t)-1)
		die(IO_FAILED, "cannot encode: '%s'", s);
	return (size_t)(p - out);
}

/* The text as a field: RFC 4180's quotes where the style wants them */
static struct text
make(struct words *w, const struct words_style *style, iconv_t to,
    const char *s)
{
	char plain[WORD_ROOM];
	const size_t n = encode(to, s, plain);
	char *const begin = w->bytes + w->used, *p = begin;
	int quoted = 0;

	if (w->used + 2 * n + 2 > WORDS_ROOM)
		die(LIMIT, "no room for '%s'", s);
	for (size_t i = 0; i < n; i++)
		quoted |= strchr("\"\r\n", plain[i])
		    || strchr(style->special, plain[i]);
	if (quoted)
		*p++ = '"';
	for (size_t i = 0; i < n; i++) {
		if (plain[i] == '"')
			*p++ = '"';
		*p++ = plain[i];
	}
	if (quoted)
		*p++ = '"';
	w->used += (size_t)(p - begin);
	return (struct text){ begin, (size_t)(p - begin) };
}

static void
make_goods(struct words *w, const struct words_style *style, iconv_t to)
{
	for (int i = 0; i < CATEGORIES * ITEMS * SIZES; i++) {
		char *const s = mem_format("%s%s%s", item[i / SIZES],
		    style->joint, size[i % SIZES]);
		w->goods[i] = make(w, style, to, s);
		free(s);
	}
	for (int i = 0; i < 2 * COURSES; i++)
		w->goods[CATEGORIES * ITEMS * SIZES + i] = make(w, style, to,
		    course[i]);
}

struct words *
words_new(const struct words_style *style)
{
	struct words *w = mem_new(1, sizeof *w);
	const iconv_t to = open_encoding(style);
	const struct { struct text *to; const char *const *from; int n; }
	groups[] = {
		{ w->family, family, FAMILIES },
		{ w->family_kana, family_kana, FAMILIES },
		{ w->given, given, GIVEN },
		{ w->given_kana, given_kana, GIVEN },
		{ w->prefecture, prefecture, PLACES },
		{ w->street, street, PLACES },
		{ w->memo, memo, MEMOS },
		{ w->payment, payment, PAYMENTS + 1 },
		{ w->state, state, STATES },
		{ w->kind, kind, ROW_KINDS },
		{ w->sex, sex, SEXES },
	};

	w->bytes = mem_new(WORDS_ROOM, 1);
	for (size_t g = 0; g < sizeof groups / sizeof *groups; g++)
		for (int i = 0; i < groups[g].n; i++)
			groups[g].to[i] = make(w, style, to,
			    groups[g].from[i]);
	w->building = make(w, style, to, "1-2-3 見本ビル");
	w->carrier = make(w, style, to, "サンプル業者");
	w->any_time = make(w, style, to, "指定なし");
	make_goods(w, style, to);
	iconv_close(to);
	return w;
}

void
words_head(struct out *o, const struct words_style *style, const char *names)
{
	char line[WORD_ROOM];
	const iconv_t to = open_encoding(style);

	out_bytes(o, line, encode(to, names, line));
	iconv_close(to);
}

void
words_free(struct words *w)
{
	free(w->bytes);
	free(w);
}

struct text
words_goods(const struct words *w, const struct goods *g)
{
	return w->goods[g->item < 0 ? CATEGORIES * ITEMS * SIZES + g->size
	    : g->item * SIZES + g->size];
}
