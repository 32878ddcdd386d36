//! Given names of many languages: the first word of a person's name.

/// Sorted, divided by white space. Add a name that is rarely anything but a given
/// name or a surname; one that is more often an ordinary word (Will, Art, Dawn) stays out.
pub(crate) const GIVEN_NAMES: &str = "
Aaron Abbas Abby Abdallah Abdel Abdul Abdullah Abel Abigail Abraham Abu Adam Adel Adrian Adriana
Agnes Ahmad Ahmed Ahmet Aidan Aisha Akira Alain Alan Alastair Albert Alberto Alec Alejandro
Aleksandr Aleksei Alessandro Alex Alexander Alexandra Alexandre Alexei Alexey Alexis Alfonso
Alfred Alfredo Ali Alice Alicia Alina Alison Alistair Allan Allen Allison Alvaro Amanda Amber
Amelia Amin Amina Amir Amit Amy Ana Anastasia Anders Andre Andrea Andreas Andrei Andres Andrew
Andrey Andriy Andy Angel Angela Angelina Angus Anil Anita Ann Anna Anne Annette Annie Anthony
Antoine Anton Antonio Antony Anwar Arash Archie Ari Ariel Arjun Arnold Arthur Arturo Arun Ashley
Ashraf Astrid Audrey August Augusto Aung Austin Ayman Ayşe Barack Barbara Barry Bart Bashar
Basil Beatrice Becky Belinda Ben Benedict Benjamin Benny Bernard Bernd Bernie Bert Beth Betty
Bilal Bill Billy Binyamin Bjorn Bob Bobby Bonnie Boris Brad Bradley Brandon Brenda Brendan Brent
Brett Brian Bridget Bruce Bruno Bryan Bryce Caitlin Calvin Cameron Camille Carl Carla Carlo
Carlos Carmen Carol Caroline Carolyn Carrie Cassandra Catherine Cathy Cecilia Cesar Chad Charles
Charlie Charlotte Chelsea Cheryl Chloe Chris Christian Christina Christine Christoph Christophe
Christopher Christy Chuck Cindy Claire Clara Clare Clark Claude Claudia Claudio Clinton Clive
Clyde Cody Colin Colleen Connie Connor Conor Conrad Constantin Constantine Corey Craig Cristian
Cristina Curtis Cynthia Cyril Dale Damien Damon Dan Dana Daniel Daniela Daniele Danielle Danny
Daria Darius Darrell Darren Dave David Dean Debbie Deborah Deepak Delia Denis Denise Dennis
Denys Derek Devin Diana Diane Diego Dieter Dimitri Dina Dirk Dmitri Dmitriy Dmitry Dmytro
Dolores Dominic Dominique Don Donald Donna Dorothy Doug Douglas Duncan Dustin Dwight Dylan Earl
Ebrahim Ed Eddie Edgar Edith Edmund Eduardo Edward Edwin Efraim Ehud Eileen Elaine Eleanor Elena
Eli Elias Elijah Elisa Elisabeth Elise Elizabeth Ella Ellen Ellie Elliot Elon Elsa Emil Emilia
Emilio Emily Emma Emmanuel Emre Enrique Eric Erica Erich Erik Erika Erin Ernest Ernesto Ernst
Esther Ethan Eugene Eva Evan Eve Evelyn Evgeny Fabio Faisal Farah Farid Fatima Federico Felicity
Felipe Felix Ferdinand Fernando Fiona Florence Florian Frances Francesca Francesco Francis
Francisco Franco Francois Frank Franklin Franz François Fred Freddie Frederic Frederick
Friedrich Fritz Gabriel Gabriela Gabrielle Gareth Garry Gary Gavin Gemma Gene Geoff Geoffrey
Georg George Georges Georgia Gerald Gerard Gerhard Gertrude Giacomo Gianni Gideon Gilbert Gilles
Gina Giorgia Giorgio Giovanni Giulia Giuseppe Glen Glenn Gloria Gordon Grace Graham Grant Greg
Gregor Gregory Greta Guido Guillaume Guillermo Gunther Gustav Gustavo Guy Gwen Hakan Hal Hamid
Hamza Hannah Hans Harold Haroon Harriet Harris Harry Harvey Hasan Hassan Heather Hector Heidi
Heinrich Heinz Helen Helena Helene Helmut Henri Henrik Henry Herbert Herman Hermann Hilary
Hillary Hiroshi Holly Hosni Howard Hubert Hugh Hugo Humphrey Hussain Hussein Ian Ibrahim Ida
Ignacio Igor Ilham Ilya Imran Ines Ingrid Ioannis Ira Irene Irina Iris Isaac Isabel Isabella
Isabelle Ismail Ivan Ivana Ivo Jack Jackie Jackson Jacob Jacqueline Jacques Jaime Jake Jakob
Jalal Jamal James Jamie Jan Jana Jane Janet Janice Jared Jasmine Jason Javier Jay Jean Jeanne
Jeff Jeffrey Jenna Jennifer Jenny Jens Jeremy Jerome Jerry Jesse Jessica Jesus Jill Jim Jimmy
Joan Joanna Joanne Joao Joaquin Jodie Joe Joel Joerg Johan Johann Johanna Johannes John Johnny
Jon Jonas Jonathan Jordan Jorge Jose Josef Joseph Josephine Josh Joshua José Joy Joyce João Juan
Juana Judith Judy Julia Julian Juliana Julie Julien Juliet Julio Julius Juri Justin Kamal Kamala
Karen Karim Karin Karl Karla Kate Katherine Kathleen Kathryn Kathy Katie Katrina Kay Kayla
Kazimierz Keir Keith Kelly Kelvin Ken Kenji Kenneth Kenny Kerry Kevin Khaled Khalid Kim Kimberly
Kirill Kirk Kirsten Klaus Kofi Konrad Konstantin Kristen Kristin Kristina Kurt Kyle Kyriakos
Lara Larry Lars Laura Lauren Laurence Laurent Lawrence Layla Leah Lech Lee Leila Lena Leo Leon
Leonard Leonardo Leonid Leroy Leslie Lewis Liam Liana Lily Linda Lindsay Lindsey Lisa Lloyd Lois
Lola Lorenzo Loretta Lori Lorraine Louis Louisa Louise Luc Luca Lucas Lucia Luciano Lucy Ludwig
Luigi Luis Luisa Luiz Lukas Luke Luther Lydia Lyndon Lynn Madeleine Maggie Magnus Mahathir
Mahinda Mahmoud Mahmud Malala Malcolm Malik Manfred Manmohan Manuel Mara Marc Marcel Marcelo
Marcia Marco Marcos Marcus Margaret Margarita Maria Mariam Marian Mariana Marianne Marie Marilyn
Marina Mario Marion Marius Mark Marko Marlene Marta Martha Martin Martina Marvin Mary Maryam
Massimo Mateusz Mathias Matt Matteo Matthew Matthias Maureen Maurice Mauricio Max Maxim Maxime
Maxine Maya Megan Mehdi Mehmet Mel Melanie Melinda Melissa Melvin Mevlut Mia Michael Michal
Micheal Michel Michele Michelle Miguel Mihai Mike Mikhail Mila Milan Milos Miloš Mimi Miranda
Miriam Mitch Mitchell Mohamed Mohammad Mohammed Moira Molly Mona Monica Monika Morgan Moritz
Morris Moses Moshe Mostafa Muhammad Mukesh Muriel Musa Mustafa Mykhailo Mykola Myra Nabil Nadia
Nadine Nancy Naomi Narendra Natalia Natalie Natasha Nathan Nathaniel Navin Neil Nelson Nestor
Niall Nicholas Nick Nicola Nicolas Nicole Niels Nigel Nikita Nikki Nikola Nikolai Nikolas
Nikolay Nina Noah Noam Noel Nora Norma Norman Oleg Oleh Oleksandr Oleksii Olena Olga Oliver
Olivia Olivier Omar Orhan Orlando Osama Oscar Oskar Otto Owen Pablo Paige Pamela Paolo Pascal
Pat Patricia Patricio Patrick Patty Paul Paula Pauline Paulo Pavel Pavlo Pedro Peggy Penelope
Penny Percy Pete Peter Petr Petra Petro Phil Philip Philipp Philippe Phillip Phyllis Pierre
Pietro Piotr Priti Priya Pyotr Rachel Rafael Rahul Rainer Raj Rajiv Ralph Rami Ramon Ramzan
Ramzi Randall Randy Raphael Raul Ravi Ray Raymond Rebecca Recep Regina Reinhard Reinhold Renata
Rene René Reuben Rex Reza Rhonda Ricardo Richard Rick Ricky Rishi Rita Rob Robert Roberta
Roberto Robin Rod Roderick Rodney Rodolfo Rodrigo Roger Roland Rolf Roman Romano Ron Ronald
Ronnie Rory Rosa Rosalind Rosemary Ross Rowan Roxana Roy Ruben Rudi Rudolf Rudy Rupert Russell
Rustam Ruth Ryan Sabrina Saddam Sadiq Saeed Salim Sally Salma Salman Salvador Salvatore Sam
Samantha Samir Samuel Sandra Sandy Sanjay Santiago Sara Sarah Sasha Saul Scott Sean Sebastian
Sebastien Selena Serena Serge Sergei Sergej Sergey Sergio Serhii Serhiy Seth Seyed Shane Shannon
Sharon Shaun Shawn Sheila Shimon Shinzo Shirley Sidney Siegfried Sigmund Silvia Silvio Simon
Simone Sofia Sonia Sophia Sophie Stacy Stan Stanislav Stanley Stefan Stefano Stella Stephan
Stephanie Stephen Steve Steven Stewart Stuart Sue Sunil Susan Susanna Susanne Suzanne Sven
Svetlana Sylvia Sylvie Taha Takeshi Tamara Tania Tanya Tara Tariq Taro Tatiana Tatyana Ted
Terence Teresa Terry Tetyana Thabo Theo Theodor Theodore Theresa Thiago Thierry Thomas Tiffany
Tim Timothy Timur Tina Tobias Todd Tom Tomas Tomasz Tommy Toni Tony Tracy Travis Trevor Tristan
Troy Ulrich Umar Ursula Usha Vadim Valentin Valentina Valeria Valerie Valery Vanessa Vasily
Vasyl Vera Vernon Veronica Viacheslav Vicky Victor Vijay Vikram Viktor Viktoria Vince Vincent
Viola Virginia Vitali Vitaliy Vitaly Vito Vivian Vivien Vlad Vladimir Volodymyr Walid Wallace
Walt Walter Wanda Warren Wayne Wendy Werner Wesley Wilfred Wilhelm Willem William Willie Winston
Wolfgang Xavier Yair Yang Yaroslav Yasmin Yasser Yevgeny Yitzhak Yoko Yoshihide Yousef Youssef
Yuki Yulia Yuri Yurii Yury Yusuf Yves Yvette Yvonne Zach Zachary Zainab Zara Zhanna Zoe Zoltan
";

/// One given name in several languages or transcriptions, in lower case without
/// accents, divided by blanks. Two such names are one only with the same surname.
/// Sorted. Names that differ in more than language stay out.
pub(crate) const GIVEN_NAME_VARIANTS: &[&str] = &[
    "abdallah abdullah",
    "ahmad ahmed",
    "aleksandr alexander alexandr aliaksandr oleksandr",
    "aleksei aleksey alexei alexey oleksii oleksiy",
    "anatolii anatoliy anatoly",
    "andrei andrej andrey andrii andriy",
    "benjamin binyamin",
    "dmitri dmitrii dmitriy dmitry dmytro",
    "ebrahim ibrahim",
    "ekaterina kateryna yekaterina",
    "elena olena yelena",
    "evgeni evgenii evgeny yevgeni yevgeny yevhen",
    "gennadii gennadiy gennady hennadii",
    "hasan hassan",
    "husain hussain hussein",
    "iulia julia yulia",
    "iurii iuriy yuri yurii yuriy yury",
    "khaled khalid",
    "kirill kyrylo",
    "konstantin kostiantyn",
    "leonid leonyd",
    "mahmoud mahmud",
    "mikhail mykhailo",
    "mohamed mohammad mohammed muhammad",
    "mykola nikolai nikolay",
    "nataliia nataliya natalia natalya",
    "oleg oleh",
    "pavel pavlo",
    "petr petro pyotr",
    "sergei sergej sergey serhii serhiy siarhei",
    "svetlana svitlana",
    "tatiana tatyana tetiana tetyana",
    "uladzimir vladimir volodymyr",
    "valerii valeriy valery",
    "vasilii vasily vasiliy vasyl",
    "viacheslav vyacheslav",
    "victor viktor",
    "vitali vitalii vitaliy vitaly",
    "yousef youssef yusuf",
];

/// `short full`: everyday forms of given names, in lower case. Sorted.
pub(crate) const SHORT_GIVEN_NAMES: &[&str] = &[
    "ben benjamin",
    "bill william",
    "bob robert",
    "chris christopher",
    "dan daniel",
    "dave david",
    "ed edward",
    "jim james",
    "joe joseph",
    "josh joshua",
    "ken kenneth",
    "matt matthew",
    "mike michael",
    "nick nicholas",
    "pat patrick",
    "pete peter",
    "ron ronald",
    "sam samuel",
    "steve steven",
    "tim timothy",
    "tom thomas",
    "tony anthony",
];
