/* map.c - maps of a shop's export: an export is read by them, or they are
 * refused */
#include "world.h"

/* The input: a map; and perhaps a form feed and an export in place of this. */
static const char csv[] =
    "order,customer,date,product,name,quantity,price,discount,kind,status,a\n"
    "1,u@e.x,2024/1/5 9:03,P1,\"tea, \"\"green\"\"\",2,\"1,200\",100,1,paid,x\n"
    "1,,,P2,cup,1,\xef\xbc\x91\xef\xbc\x90,,1,,\n"
    "1,,,,post,1,500,,2,,\n"
    "2,v@e.x,20240201,P1,tea,-1,1200,0,1,cancelled,\n";

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	struct bytes rest = { (const char *)data, len };
	struct world w = { .file = world_part(&rest, '\f'), .input = rest };
	char name[] = "from-cart", map[] = "--map=map", fees[] = "--fees=all";
	char *argv[] = { name, map, fees, NULL };

	if (w.input.len == 0)
		w.input = (struct bytes){ csv, sizeof csv - 1 };
	struct ended e = world_run(&w, world_program("from-cart"), argv);
	world_check(&e, "from-cart");
	world_forget(&e);
	return 0;
}
