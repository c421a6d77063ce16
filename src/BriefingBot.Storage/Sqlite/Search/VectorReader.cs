using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using BriefingBot.Storage.Search;
using SQLitePCL;

namespace BriefingBot.Storage.Sqlite.Search;

/// <summary>Reads the vectors of a set.</summary>
internal static class VectorReader
{
    private const int RowsForCentre = 2000;

    /// <summary>The mean of the vectors stored first.</summary>
    public static VectorCentre ReadCentre(SqliteSession session, int dimensions, long set)
    {
        var sum = new float[dimensions];
        int rows = 0;
        using var reader = session
            .Prepare("SELECT scale, codes FROM vector WHERE vector_set = $1 AND scale > 0 LIMIT $2", set, RowsForCentre)
            .ExecuteReader();
        while (reader.Read())
        {
            float scale = reader.GetFloat(0);
            var codes = MemoryMarshal.Cast<byte, sbyte>(raw.sqlite3_column_blob(reader.Handle, 1));
            for (int i = 0; i < sum.Length; i++)
            {
                sum[i] += codes[i] * scale;
            }

            rows++;
        }

        TensorPrimitives.Divide(sum, Math.Max(rows, 1), sum);
        return new VectorCentre(sum);
    }

    /// <summary>Fills the column of all rows.</summary>
    public static void ReadAll(SqliteSession session, PassageColumns columns, int count, long set)
    {
        int slot = 0;
        using var reader = session
            .Prepare("SELECT passage, scale, codes FROM vector WHERE vector_set = $1 ORDER BY passage", set)
            .ExecuteReader();
        while (reader.Read())
        {
            long key = raw.sqlite3_column_int64(reader.Handle, 0);
            while (slot < count && columns.Keys[slot] < key)
            {
                slot++;
            }

            if (slot < count && columns.Keys[slot] == key)
            {
                columns.SetVector(
                    slot,
                    (float)raw.sqlite3_column_double(reader.Handle, 1),
                    MemoryMarshal.Cast<byte, sbyte>(raw.sqlite3_column_blob(reader.Handle, 2))
                );
            }
        }
    }

    /// <summary>Fills one row anew.</summary>
    public static void Read(SqliteSession session, PassageColumns columns, int slot, long set)
    {
        using var reader = session
            .Prepare("SELECT scale, codes FROM vector WHERE vector_set = $1 AND passage = $2", set, columns.Keys[slot])
            .ExecuteReader();
        if (reader.Read())
        {
            columns.SetVector(slot, reader.GetFloat(0), MemoryMarshal.Cast<byte, sbyte>(raw.sqlite3_column_blob(reader.Handle, 1)));
        }
    }
}
