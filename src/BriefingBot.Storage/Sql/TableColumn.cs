using System.Data.Common;

namespace BriefingBot.Storage.Sql;

/// <summary>A column of a table, as one engine has it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it holds.</param>
internal sealed record TableColumn(string Name, ColumnKind Kind)
{
    /// <summary>Its name as statements write it.</summary>
    public string Quoted => $"\"{Name}\"";

    /// <summary>Its value in a row: a long, a float, a text, bytes, or null; the same for both engines.</summary>
    public object? Read(DbDataReader row, int column) =>
        row.IsDBNull(column)
            ? null
            : Kind switch
            {
                ColumnKind.Integer or ColumnKind.LongInteger => row.GetInt64(column),
                ColumnKind.Real => row.GetFloat(column),
                ColumnKind.Text => row.ReadText(column),
                _ => row.ReadBytes(column),
            };
}
