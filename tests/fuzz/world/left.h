/* What a program leaves behind: memory and tables, to be taken away. */
void left_begin(void);
void left_remove(void);
