using BriefingBot.Storage.Search.Words;
using Xunit;

namespace BriefingBot.Storage.Tests.Search;

public sealed class TermBlockTests
{
    private readonly Random _random = new(8);

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void The_passages_that_are_among_the_rows_are_found_in_any_pattern_of_holes(long block)
    {
        for (int round = 0; round < 300; round++)
        {
            long first = TermBlock.FirstKey(block);
            double kept = _random.NextDouble();
            long[] keys = [.. Enumerable.Range(-50, 4000).Select(i => first + i).Where(key => key >= 0 && _random.NextDouble() < kept)];
            double share = Math.Pow(_random.NextDouble(), 3);
            (long Key, int Frequency)[] entries =
            [
                .. Enumerable.Range(0, 3900).Where(_ => _random.NextDouble() < share).Select(i => (first + i, 1 + _random.Next(3))),
            ];
            List<byte> bytes = [];
            long last = first;
            foreach (var (key, frequency) in entries)
            {
                TermBlock.Append(bytes, (int)(key - last), frequency);
                last = key;
            }

            PostingBuilder builder = new();
            TermBlock.Read(block, bytes.ToArray(), keys, builder);
            var list = builder.Build(1, keys.Length);

            var expected = entries.Where(entry => keys.Contains(entry.Key)).ToList();
            Assert.Equal(expected.Select(entry => Array.IndexOf(keys, entry.Key)), list.Slots.Take(list.Count));
            Assert.Equal(expected.Select(entry => entry.Frequency), list.Frequencies.Take(list.Count).Select(f => (int)f));
        }
    }

    [Fact]
    public void A_list_that_is_led_on_leaves_the_lists_before_it_as_they_are()
    {
        PostingBuilder builder = new();
        for (int slot = 0; slot < 40; slot++)
        {
            builder.Add(slot * 2, 1);
        }

        var before = builder.Build(7, through: 80);
        PostingBuilder further = new(before);
        further.Add([80, 90], [2, 3]);
        var after = further.Build(7, through: 100);

        Assert.Equal(40, before.Count);
        Assert.Equal(42, after.Count);
        Assert.Equal(Enumerable.Range(0, 40).Select(slot => slot * 2), before.Slots.Take(before.Count));
        Assert.Equal([80, 90], after.Slots[40..42]);
    }

    [Fact]
    public void What_a_list_had_beyond_the_rows_of_its_reader_is_not_counted_twice()
    {
        // Its reader knew 5 rows, and the writer had gone on to 8 meanwhile.
        PostingList early = new([1, 4, 6, 7], [1, 1, 1, 1], 4, 7, Through: 5);
        PostingBuilder builder = new(early);
        builder.Add([6, 7, 9], [1, 1, 1]);

        var list = builder.Build(7, through: 10);

        Assert.Equal([1, 4, 6, 7, 9], list.Slots.Take(list.Count));
    }
}
