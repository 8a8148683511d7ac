/* sample_eccube.c - simulated orders as EC-CUBE 4 exports them */
#include <string.h>

#include "sample_csv.h"
#include "sample_put.h"

enum { GOODS_ROW = 1, SHIPPING_ROW = 2, FEE_ROW = 3, DISCOUNT_ROW = 4,
	POINTS_ROW = 6, FIRST_NUMBER = 100000, DAY_SECONDS = 86400 };

const char eccube_head[] = "注文ID,注文番号,会員ID,お名前(姓),お名前(名),"
	"お名前(セイ),お名前(メイ),会社名,郵便番号,都道府県(ID),"
	"都道府県(名称),住所1,住所2,メールアドレス,TEL,性別(ID),性別(名称),"
	"職業(ID),職業(名称),誕生日,ショップ用メモ欄,小計,値引き,送料,税金,"
	"合計,支払合計,対応状況(ID),対応状況(名称),支払方法(ID),"
	"支払方法(名称),受注日,入金日,注文詳細ID,商品ID,商品規格ID,商品名,"
	"商品コード,規格名1,規格名2,規格分類名1,規格分類名2,価格,個数,税率,"
	"税率ルール(ID),明細区分(ID),明細区分(名称),出荷ID,"
	"配送先_お名前(姓),配送先_お名前(名),配送先_お名前(セイ),"
	"配送先_お名前(メイ),配送先_会社名,配送先_郵便番号,"
	"配送先_都道府県(ID),配送先_都道府県(名称),配送先_住所1,"
	"配送先_住所2,配送先_TEL,配送業者(ID),配送業者(名称),お届け時間ID,"
	"お届け時間(名称),お届け希望日,送料,発送日,出荷伝票番号,配達用メモ,"
	"出荷メール送信日\n";

static int
state_of(const struct sample_order *o)
{
	static const int states[] = { [PENDING] = 1, [PAID] = 6, [SHIPPED] = 5,
		[DELIVERED] = 5, [CANCELLED] = 3, [RETURNED] = 9, [VOID] = 7 };

	/* in hand rather than new; being bought rather than being paid */
	if (o->status == PENDING && o->key >> 40 & 1)
		return 4;
	if (o->status == VOID && o->key >> 40 & 1)
		return 8;
	return o->back == o->n ? states[RETURNED] : states[o->status];
}

static char *
put_time(char *to, int32_t day, int32_t second)
{
	*to++ = '"';
	to = date_put(to, day);
	*to++ = ' ';
	return field_word(clock_put(to, second), "\"");
}

/* Paid and sent about a day later, unless it came to nothing; what is paid
 * and not yet sent was paid at once. */
static char *
put_later(const struct sample_order *o, enum sample_status least, char *to)
{
	if (o->status < least || o->status > RETURNED || o->status == CANCELLED)
		return field_none(to, 1);
	const int32_t at = o->second + (o->status == PAID ? 0
	    : DAY_SECONDS / 2 + (int32_t)(o->key % DAY_SECONDS));
	return put_time(to, o->day + at / DAY_SECONDS, at % DAY_SECONDS);
}

static char *
put_person(const struct sample_csv *c, char *to)
{
	const struct buyer *const b = &c->buyer;
	const struct words *const w = c->words;

	to = field_text(to, w->family[b->family]);
	to = field_text(to, w->given[b->given]);
	to = field_text(to, w->family_kana[b->family]);
	to = field_text(to, w->given_kana[b->given]);
	to = field_none(to, 1);
	to = field_word(digits_put(to, b->zip, 7), "");
	to = field_whole(to, place_number[b->place]);
	to = field_text(to, w->prefecture[b->place]);
	to = field_text(to, w->street[b->place]);
	return field_text(to, w->building);
}

static char *
put_buyer(const struct sample_csv *c, char *to)
{
	const struct buyer *const b = &c->buyer;

	to = put_person(c, to);
	to = field_word(to, b->email);
	to = field_word(digits_put(word_put(to, "0900000"), b->phone, 4), "");
	if (b->sex)
		to = whole_put(to, b->sex);
	to = field_none(to, 1);
	to = field_text(to, c->words->sex[b->sex]);
	to = field_none(to, 2);
	/* not all tell their birthday */
	to = b->sex && b->key % 3 ? put_time(to, b->birth, 0)
	    : field_none(to, 1);
	return field_text(to, c->words->memo[b->memo]);
}

/* The columns before 注文詳細ID */
static size_t
put_order(const struct sample_csv *c, char *to)
{
	const struct sample_order *const o = c->order;
	const struct bill *const bill = &c->bill;
	const int state = state_of(o);
	char *p = field_whole(to, (int64_t)o->number);

	p = field_whole(p, (int64_t)o->number + FIRST_NUMBER);
	p = o->customer ? field_whole(p, o->customer) : field_none(p, 1);
	p = put_buyer(c, p);
	p = field_yen(p, bill->goods);
	p = field_yen(p, bill->discount);
	p = field_yen(p, bill->shipping);
	p = field_yen(p, bill->tax);
	p = field_yen(p, bill->total);
	p = field_yen(p, bill->total);
	p = field_whole(p, state);
	p = field_text(p, c->words->state[state]);
	p = field_whole(p, c->buyer.payment);
	p = field_text(p, c->words->payment[c->buyer.payment]);
	p = put_time(p, o->day, o->second);
	p = put_later(o, PAID, p);
	return (size_t)(p - to);
}

/* The columns from 出荷ID on */
static size_t
put_shipment(const struct sample_csv *c, char *to)
{
	char *p = field_whole(to, (int64_t)c->order->number);

	p = put_person(c, p);
	p = field_none(p, 1);
	p = field_text(field_whole(p, 1), c->words->carrier);
	p = field_text(field_none(p, 1), c->words->any_time);
	p = field_yen(field_none(p, 1), c->bill.shipping);
	p = put_later(c->order, SHIPPED, p);
	p = field_none(p, 3);
	p[-1] = '\n';
	return (size_t)(p - to);
}

static char *
put_goods(const struct sample_csv *c, const struct goods *g, char *to)
{
	const int number = g->item < 0 ? CATEGORIES * ITEMS * SIZES + g->size
	    : g->item * SIZES + g->size;

	to = field_whole(to, number + 1);
	to = field_whole(to, number + 1);
	to = field_text(to, words_goods(c->words, g));
	return field_text(to, (struct text){ g->id, g->id_len });
}

struct row {
	int kind;
	const struct sample_line *line;		/* of a row of goods */
	int64_t price;
};

/* The columns of the row alone */
static char *
put_row(struct sample_csv *c, const struct row *r, char *to)
{
	const struct sample_line *const l = r->line;
	const struct text name = c->words->kind[r->kind];

	to = field_whole(to, (int64_t)++c->rows);
	if (l)
		to = put_goods(c, l->goods, to);
	else
		to = field_none(field_text(field_none(to, 2), name), 1);
	to = field_yen(field_none(to, 4), r->price);
	to = field_whole(to, l ? l->quantity : 1);
	to = field_whole(to, l ? goods_tax(l->goods) : 10);
	to = field_whole(field_none(to, 1), r->kind);
	return field_text(to, name);
}

void
eccube_order(struct sample_csv *c)
{
	const struct sample_order *const o = c->order;
	const struct row others[] = {
		{ SHIPPING_ROW, NULL, c->bill.shipping },
		{ FEE_ROW, NULL, c->bill.fee },
		{ DISCOUNT_ROW, NULL, -c->bill.discount },
		{ POINTS_ROW, NULL, -c->bill.points },
	};
	char head[CSV_ROOM / 2], tail[CSV_ROOM / 4];
	const size_t head_len = put_order(c, head);
	const size_t tail_len = put_shipment(c, tail);

	for (int i = 0; i < o->n + (int)(sizeof others / sizeof *others); i++) {
		const struct row goods = { GOODS_ROW, NULL, 0 };
		struct row r = i < o->n ? goods : others[i - o->n];
		if (i < o->n) {
			r.line = &o->line[i];
			r.price = r.line->goods->price;
		} else if (r.price == 0 && r.kind != SHIPPING_ROW)
			continue;
		char *const row = out_room(c->out, CSV_ROOM);
		memcpy(row, head, head_len);
		char *p = put_row(c, &r, row + head_len);
		memcpy(p, tail, tail_len);
		out_took(c->out, (size_t)(p - row) + tail_len);
	}
}
