// caught: HYP6001
// While another actor holds the gate this one occupies a thread of the pool and handles nothing.
namespace Shop;

[Export]
public sealed partial class Printer(SemaphoreSlim paper) : Actor
{
    private int _pages;

    [Handler]
    void Print(int pages)
    {
        paper.{|HYP6001:Wait|}();
        try
        {
            _pages += pages;
        }
        finally
        {
            paper.Release();
        }
    }
}
