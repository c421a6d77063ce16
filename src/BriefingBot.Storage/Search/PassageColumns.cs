using System.Numerics;
using System.Runtime.InteropServices;
using BriefingBot.Core.Coverage;
using BriefingBot.Storage.Search.Feeding;
using BriefingBot.Storage.Search.Vectors;

namespace BriefingBot.Storage.Search;

/// <summary>
/// What searches need to know of each passage, a column an array, a row a slot; slots are in the order of the keys. Rows are only ever
/// appended or marked dead, so a reader that knows its row count and state needs no lock.
/// </summary>
internal sealed class PassageColumns
{
    /// <summary>The day of an undated article.</summary>
    public const int Undated = int.MinValue;

    /// <summary>Up to so many rows the first vectors say little of the others: the columns are made anew when they are full.</summary>
    public const int Settled = 8192;

    /// <summary>Makes room for so many rows.</summary>
    /// <param name="capacity">Rows.</param>
    /// <param name="dimensions">Of the vectors; 0 when none are kept.</param>
    /// <param name="keepCodes">False when there are too many to keep the vectors themselves; more than an array holds never are. Their
    /// signs always are.</param>
    public PassageColumns(int capacity, int dimensions, bool keepCodes)
    {
        Capacity = capacity;
        Dimensions = dimensions;
        Keys = new long[capacity];
        Articles = new long[capacity];
        Days = new int[capacity];
        Died = new long[capacity];
        Lengths = new int[capacity];
        Collections = new int[capacity];
        Periods = new TimeWindow[]?[capacity];
        Scales = new float[capacity];
        Signs = new SignBlocks(capacity, dimensions);
        Centre = new VectorCentre(new float[dimensions]);
        int padded = (capacity + SignBlocks.Rows - 1) / SignBlocks.Rows * SignBlocks.Rows;
        Along = new float[padded];
        Spreads = new float[padded];
        Codes =
            keepCodes && dimensions > 0 && capacity * (long)dimensions <= Array.MaxLength ? new sbyte[capacity * (long)dimensions] : null;
    }

    public int Capacity { get; }

    public int Dimensions { get; }

    public long[] Keys { get; }

    /// <summary>The article's number in the store.</summary>
    public long[] Articles { get; }

    /// <summary>The day number of the publication, or <see cref="Undated"/>.</summary>
    public int[] Days { get; }

    /// <summary>The index state that took the passage away; <see cref="long.MaxValue"/> while it is there.</summary>
    public long[] Died { get; }

    /// <summary>How many words the word index holds of it.</summary>
    public int[] Lengths { get; }

    /// <summary>The collection's place in <see cref="PassageSnapshot.Collections"/>.</summary>
    public int[] Collections { get; }

    public TimeWindow[]?[] Periods { get; }

    /// <summary>What makes codes a unit vector; 0 where there is no vector.</summary>
    public float[] Scales { get; }

    /// <summary>On which side of the centre each vector lies.</summary>
    public SignBlocks Signs { get; }

    public sbyte[]? Codes { get; }

    /// <summary>What the signs are relative to; set before the first vector.</summary>
    public VectorCentre Centre { get; set; }

    /// <summary>How far each vector lies along the centre, beyond the centre itself.</summary>
    public float[] Along { get; }

    /// <summary>What each vector's signs are multiplied by to be most like what it has beside the centre.</summary>
    public float[] Spreads { get; }

    /// <summary>The codes of one row; only when <see cref="Codes"/> are kept.</summary>
    public Span<sbyte> CodesOf(int slot) => MemoryMarshal.CreateSpan(ref Codes![slot * (long)Dimensions], Dimensions);

    /// <summary>
    /// Sets what is known of a row beside its vector and periods; adds the article's collection to the names when it is new.
    /// </summary>
    public void SetRow(int slot, long key, FedArticle article, List<string> collections, int words)
    {
        int collection = collections.IndexOf(article.Collection);
        if (collection < 0)
        {
            collection = collections.Count;
            collections.Add(article.Collection);
        }

        Keys[slot] = key;
        Articles[slot] = article.Number;
        Days[slot] = article.Day;
        Died[slot] = long.MaxValue;
        Lengths[slot] = words;
        Collections[slot] = collection;
    }

    /// <summary>Sets a row's vector; empty codes are none.</summary>
    public void SetVector(int slot, float scale, ReadOnlySpan<sbyte> codes)
    {
        if (codes.Length != Dimensions || Dimensions == 0)
        {
            Scales[slot] = 0;
            return;
        }

        Span<ulong> signs = stackalloc ulong[(Dimensions + 63) / 64];
        QuantizedVector.WriteSigns(codes, scale, Centre.Mean, signs);
        Signs.Set(slot, signs);
        Spreads[slot] = QuantizedVector.Spread(codes, scale, Centre.Mean);
        Along[slot] = (QuantizedVector.Dot(Centre.Direction, codes) * scale) - Centre.Length;
        if (Codes is not null)
        {
            codes.CopyTo(CodesOf(slot));
        }

        Scales[slot] = scale;
    }

    /// <summary>The slot of a key, or -1; binary search over the first <paramref name="count"/> rows.</summary>
    public int Find(long key, int count)
    {
        int slot = Keys.AsSpan(0, count).BinarySearch(key);
        return slot < 0 ? -1 : slot;
    }

    /// <summary>Room for so many rows and those that are likely to come, so that not each save copies all.</summary>
    public static int CapacityFor(int rows) =>
        rows < Settled ? (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(rows, 1024)) : rows + (rows / 16);

    /// <summary>The same rows with more room.</summary>
    public PassageColumns Grow(int count, int needed, long mostCodeBytes)
    {
        int capacity = CapacityFor(needed);
        PassageColumns grown = new(capacity, Dimensions, keepCodes: Codes is not null && needed * (long)Dimensions <= mostCodeBytes)
        {
            Centre = Centre,
        };
        Array.Copy(Keys, grown.Keys, count);
        Array.Copy(Articles, grown.Articles, count);
        Array.Copy(Days, grown.Days, count);
        Array.Copy(Died, grown.Died, count);
        Array.Copy(Lengths, grown.Lengths, count);
        Array.Copy(Collections, grown.Collections, count);
        Array.Copy(Periods, grown.Periods, count);
        Array.Copy(Scales, grown.Scales, count);
        Array.Copy(Along, grown.Along, count);
        Array.Copy(Spreads, grown.Spreads, count);
        grown.Signs.CopyFrom(Signs, count);
        if (grown.Codes is not null)
        {
            Array.Copy(Codes!, grown.Codes, count * (long)Dimensions);
        }

        return grown;
    }
}
