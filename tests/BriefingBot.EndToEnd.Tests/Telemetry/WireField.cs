using System.Buffers.Binary;
using System.Text;

namespace BriefingBot.EndToEnd.Tests.Telemetry;

/// <summary>One field of a protobuf message, read without its schema.</summary>
/// <param name="Number">The field's number.</param>
/// <param name="Value">A number of wire types 0, 1 and 5.</param>
/// <param name="Bytes">The content of wire type 2.</param>
public readonly record struct WireField(int Number, ulong Value, ReadOnlyMemory<byte> Bytes)
{
    public string Text => Encoding.UTF8.GetString(Bytes.Span);

    /// <summary>The fields of the message that this field holds.</summary>
    public IReadOnlyList<WireField> Fields => Read(Bytes);

    /// <summary>Reads a message.</summary>
    public static IReadOnlyList<WireField> Read(ReadOnlyMemory<byte> message)
    {
        List<WireField> fields = [];
        int at = 0;
        while (at < message.Length)
        {
            ulong tag = Varint(message.Span, ref at);
            int number = (int)(tag >> 3);
            switch (tag & 7)
            {
                case 0:
                    fields.Add(new WireField(number, Varint(message.Span, ref at), default));
                    break;
                case 1:
                    fields.Add(new WireField(number, BinaryPrimitives.ReadUInt64LittleEndian(message.Span[at..]), default));
                    at += 8;
                    break;
                case 2:
                    int length = (int)Varint(message.Span, ref at);
                    fields.Add(new WireField(number, 0, message.Slice(at, length)));
                    at += length;
                    break;
                case 5:
                    fields.Add(new WireField(number, BinaryPrimitives.ReadUInt32LittleEndian(message.Span[at..]), default));
                    at += 4;
                    break;
                default:
                    throw new FormatException($"Wire type {tag & 7} at {at}.");
            }
        }

        return fields;
    }

    private static ulong Varint(ReadOnlySpan<byte> bytes, ref int at)
    {
        ulong value = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte next = bytes[at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
