// Entry point of the command line `cspool`.
int main()
{
    return 0;
}
