namespace BriefingBot.Storage.Sql;

/// <summary>What a column holds.</summary>
internal enum ColumnKind
{
    /// <summary>32 bits.</summary>
    Integer,

    /// <summary>64 bits.</summary>
    LongInteger,

    /// <summary>A single precision number.</summary>
    Real,

    /// <summary>A text.</summary>
    Text,

    /// <summary>Bytes.</summary>
    Bytes,
}
