namespace BriefingBot.EncoderModel;

/// <summary>One field of a message: a number (wire type 0, or 5 for a float's bits) or bytes (wire type 2).</summary>
internal readonly record struct ProtoField(int Number, int Wire, ulong Number64, ReadOnlyMemory<byte> Bytes)
{
    public ProtoField(int number, ulong value, int wire = 0)
        : this(number, wire, value, default) { }

    public ProtoField(int number, ReadOnlyMemory<byte> bytes)
        : this(number, 2, 0, bytes) { }
}
