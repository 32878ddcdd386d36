//! Given names of many languages: the first word of a person's name.

/// Sorted, divided by white space. Add a name that is rarely anything but a given
/// name or a surname; one that is more often an ordinary word (Will, Art, Dawn) stays out.
pub const GIVEN_NAMES: &str = "
Aaron Abbas Abby Abdallah Abdel Abdul Abdullah Abel Abigail Abraham Abu Ada Adam Adel Adele
Adrian Adriana Agatha Agnes Ahmad Ahmed Ahmet Aidan Aisha Akira Alain Alan Alastair Albert
Alberto Alec Alejandro Aleksandr Aleksei Alessandro Alex Alexander Alexandra Alexandre Alexei
Alexey Alexis Alfie Alfonso Alfred Alfredo Ali Alice Alicia Alina Alison Alistair Allan Allen
Allison Alois Alvaro Amanda Amber Amelia Amin Amina Amir Amit Amos Amy Ana Anastasia Anatoly
Anders Andre Andrea Andreas Andrei Andrej Andres Andrew Andrey Andriy Andy Angel Angela Angelina
Angelo Angus Anil Anita Ann Anna Anne Annette Annie Annika Anselm Anthony Antoine Anton Antonia
Antonio Antony Anwar Arash Archie Ari Ariel Aristotle Arjun Armando Arnaud Arne Arnold Arthur
Arturo Arun Ashley Ashraf Asif Astrid Audrey August Augusto Aung Austin Ayman Ayşe Aziz Barack
Barbara Barry Bart Bashar Bashir Basil Beatrice Beatriz Becky Belinda Ben Benedict Benjamin
Benny Bernard Bernd Bernie Bert Beth Betty Bianca Bilal Bill Billy Binyamin Bjorn Bob Bobby
Bogdan Bohdan Bonnie Boris Brad Bradford Bradley Brandon Brenda Brendan Brent Brett Brian
Bridget Bruce Bruno Bryan Bryce Caitlin Calvin Cameron Camille Carl Carla Carlo Carlos Carlton
Carmen Carol Caroline Carolyn Carrie Cassandra Catherine Cathy Cecil Cecilia Celia Cesar Chad
Chandra Charles Charlie Charlotte Chelsea Cheng Cheryl Chloe Chris Christian Christina Christine
Christoph Christophe Christopher Christy Chuck Cindy Claire Clara Clare Clark Claude Claudette
Claudia Claudio Clinton Clive Clyde Cody Colin Colleen Connie Connor Conor Conrad Constantin
Constantine Corey Cornelius Cory Cosmo Craig Cristian Cristina Curtis Cynthia Cyril Daisy Dale
Damien Damon Dan Dana Daniel Daniela Daniele Danielle Danny Daphne Daria Darius Darrell Darren
Dave David Dean Debbie Deborah Deepak Delia Delphine Denis Denise Dennis Denys Denzel Derek
Desmond Devin Diana Diane Diego Dieter Dimitri Dina Dirk Dmitri Dmitriy Dmitry Dmytro Dolores
Dominic Dominique Don Donald Donna Dorothea Dorothy Doug Douglas Drew Duncan Dustin Dwight Dylan
Earl Ebrahim Ed Eddie Edgar Edith Edmond Edmund Edna Eduard Eduardo Edvard Edward Edwin Effie
Efraim Ehud Eileen Elaine Eleanor Elena Eli Elias Elijah Elisa Elisabeth Elise Eliza Elizabeth
Ella Ellen Ellie Elliot Elon Elsa Elvis Emil Emilia Emilio Emily Emma Emmanuel Emmett Emre
Enrique Enzo Eric Erica Erich Erik Erika Erin Ernest Ernesto Ernst Erwin Esther Ethan Eugene
Eugenia Eva Evan Evangeline Eve Evelyn Evgeny Ezra Fabio Faisal Farah Farid Fatima Federico
Felicia Felicity Felipe Felix Ferdinand Fernando Fidel Fiona Flora Florence Florian Floyd
Frances Francesca Francesco Francis Francisco Franco Francois Frank Franklin Franz François Fred
Freda Freddie Frederic Frederick Freya Frida Friedrich Fritz Gabriel Gabriela Gabrielle Gareth
Garry Gary Gavin Gavrilo Gemma Gene Gennady Geoff Geoffrey Georg George Georges Georgia Gerald
Geraldine Gerard Gerhard Gertrude Ghulam Giacomo Gianni Gideon Gilbert Gilles Gina Giorgia
Giorgio Giovanni Giulia Giuliano Giuseppe Gladys Glen Glenn Gloria Gordon Gottfried Grace Graham
Grant Greg Gregor Gregory Greta Guadalupe Guido Guillaume Guillermo Gunther Gustaf Gustav
Gustavo Guy Gwen Hakan Hal Hamid Hamish Hamza Hana Hannah Hans Harald Harold Haroon Harriet
Harris Harrison Harry Harvey Hasan Hassan Hayden Hazel Heather Hector Hedda Heidi Heinrich Heinz
Helen Helena Helene Helga Helmut Henri Henrietta Henrik Henry Herbert Herman Hermann Hernan
Hilary Hilda Hillary Hiram Hiroshi Holly Horace Hosni Howard Howie Hu Hubert Hugh Hugo Humphrey
Hussain Hussein Ian Ibrahim Ida Ignacio Ignatius Igor Ilham Ilya Imelda Immanuel Imran Ines Inga
Ingrid Ioannis Iqbal Ira Irene Irina Iris Isaac Isabel Isabella Isabelle Isaiah Isidore Ismail
Istvan Iulia Iurii Ivan Ivana Ivo Ivy Jacinda Jack Jackie Jackson Jacky Jacob Jacqueline Jacques
Jada Jadwiga Jafar Jaime Jake Jakob Jalal Jamal James Jamie Jan Jana Jane Janet Janice Jared
Jarrod Jasmine Jason Javier Jay Jayden Jean Jeanne Jed Jeff Jeffrey Jenna Jennie Jennifer Jenny
Jens Jeremiah Jeremy Jerome Jerry Jerzy Jesse Jessica Jesus Jia Jill Jim Jimmy Jin Joachim Joan
Joanna Joanne Joao Joaquin Jocelyn Jodie Joe Joel Joerg Johan Johann Johanna Johannes John
Johnny Jon Jonas Jonathan Joni Jonny Jordan Jorge Jose Josef Josefina Joseph Josephine Josh
Joshua Josiah José Joy Joyce João Juan Juana Judah Judith Judy Julia Julian Juliana Julie Julien
Juliet Julio Julius Junichiro Juri Justin Kamal Kamala Karan Karen Karim Karin Karl Karla Karol
Katarina Katarzyna Kate Katherine Kathleen Kathrin Kathryn Kathy Katie Katrina Kay Kayla
Kazimierz Kazuo Keir Keira Keith Kelly Kelvin Ken Kenji Kenneth Kenny Kerry Kevin Khaled Khalid
Kim Kimberly Kiran Kirill Kirk Kirsten Kirsty Klaus Kofi Konrad Konstantin Kristen Kristin
Kristina Krzysztof Kumar Kurt Kyle Kyriakos Kyung Lana Lara Larry Lars Laura Lauren Laurence
Laurent Lawrence Layla Lazaro Leah Lech Lee Leila Lena Leo Leon Leona Leonard Leonardo Leonid
Leopold Leroy Leslie Levi Lewis Liam Liana Lila Lillian Lily Linda Lindsay Lindsey Lionel Lisa
Livia Lloyd Lois Lola Lorenzo Loretta Lori Lorraine Louis Louisa Louise Luc Luca Lucas Lucia
Luciano Lucien Lucille Lucy Ludovic Ludwig Luigi Luis Luisa Luiz Lukas Luke Luther Lydia Lyle
Lyndon Lynn Lynne Mackenzie Madeleine Madison Mae Maggie Magnus Mahathir Mahinda Mahmoud Mahmud
Malala Malcolm Malena Malik Manfred Manmohan Manuel Mara Marat Marc Marcel Marcela Marcella
Marcelo Marcia Marco Marcos Marcus Margaret Margarita Margot Marguerite Maria Mariam Marian
Mariana Marianne Marie Marilyn Marina Mario Marion Marissa Marius Mark Marko Marlene Marta
Martha Martin Martina Marvin Mary Maryam Massimo Mateo Mateusz Mathew Mathias Matilda Matt
Matteo Matthew Matthias Mattias Maud Maureen Maurice Mauricio Mavis Max Maxim Maxime Maxine Maya
Megan Mehdi Mehmet Mel Melanie Melinda Melissa Melvin Mercedes Meredith Merle Mevlut Mia Michael
Michal Micheal Michel Michele Michelle Miguel Mihai Mikael Mike Mikhail Mikkel Mila Milan
Mildred Milo Milos Miloš Milton Mimi Miranda Miriam Miroslav Mitch Mitchell Mohamed Mohammad
Mohammed Mohan Mohandas Moira Molly Mona Monica Monika Mordecai Mordechai Morgan Moritz Morris
Moses Moshe Mostafa Muammar Muhammad Mukesh Muriel Musa Mustafa Mykhailo Mykola Myra Myrtle
Nabil Nadezhda Nadia Nadine Najib Nancy Naomi Narendra Natalia Natalie Natalya Natasha Nathan
Nathaniel Navin Ned Nehemiah Neil Nelly Nelson Nestor Niall Nicholas Nick Nicki Nicola Nicolas
Nicole Niels Nigel Nikita Nikki Nikola Nikolai Nikolas Nikolay Nikos Nina Noah Noam Noel Nora
Norbert Norma Norman Octavia Octavio Odette Olaf Olav Ole Oleg Oleh Oleksandr Oleksii Olena Olga
Oliver Olivia Olivier Omar Oprah Orhan Orlando Orson Orville Osama Oscar Oskar Osman Otis
Ottavio Otto Owen Pablo Paige Pamela Paolo Pascal Pat Patricia Patricio Patrick Patti Patty Paul
Paula Paulina Pauline Paulo Pavel Pavlo Payton Pedro Peggy Penelope Penny Percy Pete Peter Petr
Petra Petro Petya Phil Philip Philipp Philippa Philippe Phillip Phyllis Pia Pierre Piers Pietro
Piotr Polly Preston Priti Priya Pyotr Quentin Quincy Quinn Rachel Rafael Rafaela Rafiq Rahul
Rainer Raj Rajiv Ralph Rami Ramon Ramona Ramzan Ramzi Randall Randolph Randy Raphael Raul Ravi
Ray Raymond Rebecca Recep Regina Reginald Reid Reinhard Reinhold Renata Rene René Reuben Rex
Reza Rhonda Ricardo Richard Rick Ricki Ricky Rishi Rita Rob Robbie Robert Roberta Roberto Robin
Robyn Rocco Rod Roderick Rodney Rodolfo Rodrigo Roger Roland Rolf Roman Romano Ron Ronald Ronnie
Rory Rosa Rosalind Rosario Rosemary Rosie Ross Rowan Roxana Roxanne Roy Ruben Rudi Rudolf Rudy
Rufus Rupert Russell Rustam Rutger Ruth Ryan Sabrina Saddam Sadie Sadiq Saeed Salim Sally Salma
Salman Salvador Salvatore Sam Samantha Samir Samira Samson Samuel Sandra Sandy Sanjay Sanna
Santiago Sara Sarah Sasha Saul Savannah Scott Sean Sebastian Sebastien Selena Selma Serena Serge
Sergei Sergej Sergey Sergio Sergiy Serhii Serhiy Seth Seyed Shane Shannon Shari Sharon Shashi
Shaun Shawn Sheila Shelby Shelley Sherman Sherri Shimon Shinzo Shirley Sibylle Sidney Siegfried
Sigmund Sigrid Silvia Silvio Simeon Simon Simone Sinead Sofia Solomon Sonia Sophia Sophie Soren
Spiro Stacey Stacy Stan Stanislav Stanley Stefan Stefania Stefano Steffen Stella Stephan
Stephane Stephanie Stephen Steve Steven Stevie Stewart Stuart Sue Sumner Sunil Susan Susana
Susanna Susanne Sushil Suzanne Sven Svetlana Sydney Sylvia Sylvie Taha Takeshi Tamar Tamara
Tania Tanya Tara Tariq Taro Tasha Tatiana Tatsuo Tatyana Tayyip Ted Teddy Terence Teresa Terry
Tetyana Thabo Thaddeus Thelma Theo Theodor Theodore Theresa Thiago Thierry Thomas Tiffany Tim
Timothy Timur Tina Tobias Todd Tom Tomas Tomasz Tommy Tomás Toni Tony Tor Torsten Tracy Travis
Trevor Tricia Tristan Troy Truman Tyler Tyrone Ulrich Ulysses Umar Urs Ursula Usha Uwe Vadim
Valentin Valentina Valentino Valeria Valerie Valery Vanessa Vasily Vasyl Vera Vernon Veronica
Veronika Viacheslav Vicente Vicky Victor Viggo Vijay Vikki Vikram Viktor Viktoria Vince Vincent
Viola Virginia Vitali Vitaliy Vitaly Vito Vivek Vivian Vivien Vlad Vladimir Vojislav Volker
Volodymyr Walid Wallace Wallis Walt Walter Wanda Warren Wayne Wendy Werner Wesley Wilbur Wilfred
Wilhelm Willem William Willie Wilma Winifred Winston Wolfgang Woodrow Wyatt Xavier Yahya Yair
Yang Yann Yannick Yaroslav Yasir Yasmin Yasser Yelena Yevgeny Yitzhak Yoko Yolanda Yoshihide
Yousef Youssef Yuki Yulia Yuri Yurii Yuriy Yury Yusuf Yves Yvette Yvonne Zach Zachary Zainab
Zara Zelda Zhanna Zhao Zoe Zoltan Zygmunt
";

/// One given name in several languages or transcriptions, in lower case without
/// accents, divided by blanks. Two such names are one only with the same surname.
/// Sorted. Names that differ in more than language stay out.
pub const GIVEN_NAME_VARIANTS: &[&str] = &[
    "abdallah abdullah",
    "abdel abdul",
    "ahmad ahmed",
    "aiman ayman",
    "al el",
    "aleksandr alexander alexandr aliaksandr oleksandr",
    "aleksandra alexandra oleksandra",
    "aleksei aleksey alexei alexey oleksii oleksiy",
    "amr amro",
    "anatolii anatoliy anatoly",
    "andrei andrej andrey andrii andriy",
    "ann anne",
    "anwar anwer",
    "benjamin binyamin",
    "carl karl",
    "catherine katherine kathryn",
    "christina kristina",
    "dmitri dmitrii dmitriy dmitry dmytro",
    "ebrahim ibrahim",
    "ekaterina kateryna yekaterina",
    "elena olena yelena",
    "eric erik",
    "evgeni evgenii evgeny yevgeni yevgeny yevhen",
    "frederick frederik fredrick",
    "gamal jamal",
    "gennadii gennadiy gennady hennadii",
    "geoff jeff",
    "geoffrey jeffrey",
    "georgii georgy giorgi",
    "habeeb habib",
    "hasan hassan",
    "hosein hossein husain husayn hussain hussein",
    "hosni husni",
    "iaroslav jaroslav yaroslav",
    "igor ihor",
    "iulia julia yulia",
    "iurii iuriy yuri yurii yuriy yury",
    "kareem karim",
    "kassem qasim qassem",
    "khaled khalid",
    "kirill kyrylo",
    "konstantin kostiantyn",
    "leonid leonyd",
    "mahmoud mahmud",
    "maria mariia mariya",
    "mikhail mykhailo",
    "moammar muammar",
    "mohamad mohamed mohammad mohammed muhammad muhammed",
    "mohsen muhsin",
    "mostafa moustafa mustafa mustapha",
    "mykola nikolai nikolay",
    "nabeel nabil",
    "natalia nataliia nataliya natalya",
    "niels nils",
    "oleg oleh",
    "omar umar",
    "osama usama",
    "pavel pavlo",
    "petr petro pyotr",
    "philip phillip",
    "rashed rashid",
    "saeed said",
    "sameer samir",
    "sara sarah",
    "sergei sergej sergey serhii serhiy siarhei",
    "stephen steven",
    "svetlana svitlana",
    "tarek tareq tariq",
    "tatiana tatyana tetiana tetyana",
    "uladzimir vladimir volodymyr",
    "valerii valeriy valery",
    "vasilii vasiliy vasily vasyl",
    "viacheslav vyacheslav",
    "victor viktor",
    "vitali vitalii vitaliy vitaly",
    "waleed walid",
    "yousef youssef yousuf yusef yusuf",
    "zein zine",
];

/// `short full ...`: everyday forms of given names, in lower case. Sorted.
pub const SHORT_GIVEN_NAMES: &[&str] = &[
    "abby abigail",
    "alex alexander alexandra",
    "andy andrew",
    "ben benjamin",
    "beth elizabeth",
    "betty elizabeth",
    "bill william",
    "billy william",
    "bob robert",
    "bobby robert",
    "brad bradley",
    "charlie charles",
    "chris christine christopher",
    "chuck charles",
    "cindy cynthia",
    "dan daniel",
    "danny daniel",
    "dave david",
    "debbie deborah",
    "dick richard",
    "don donald",
    "doug douglas",
    "ed edward edwin",
    "eddie edward",
    "fred alfred frederick",
    "gabe gabriel",
    "gene eugene",
    "geoff geoffrey",
    "greg gregory",
    "hank henry",
    "harry harold henry",
    "jake jacob",
    "jeff jeffrey",
    "jen jennifer",
    "jenny jennifer",
    "jerry gerald jerome",
    "jess jessica",
    "jim james",
    "jimmy james",
    "joe joseph",
    "joey joseph",
    "johnny john",
    "jon jonathan",
    "josh joshua",
    "kate katherine",
    "kathy katherine",
    "katie katherine",
    "ken kenneth",
    "kim kimberly",
    "larry lawrence",
    "liz elizabeth",
    "maggie margaret",
    "mandy amanda",
    "manny emmanuel manuel",
    "matt matthew",
    "meg margaret megan",
    "mick michael",
    "mike michael",
    "mitch mitchell",
    "nate nathan nathaniel",
    "ned edward",
    "nick nicholas",
    "pam pamela",
    "pat patricia patrick",
    "peggy margaret",
    "pete peter",
    "phil philip",
    "ray raymond",
    "rich richard",
    "rick eric richard",
    "rob robert",
    "ron ronald",
    "sam samantha samuel",
    "sandy alexander sandra",
    "steve stephen steven",
    "sue susan",
    "susie susan",
    "ted edward theodore",
    "terry terence teresa",
    "tim timothy",
    "tom thomas",
    "tommy thomas",
    "tony anthony",
    "vic victor",
    "vince vincent",
    "wes wesley",
    "will william",
    "zach zachary",
];
